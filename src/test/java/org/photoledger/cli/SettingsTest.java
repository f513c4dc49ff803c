package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photoledger.identifier.IdentifierRules;
import org.photoledger.image.HeifConverter;
import org.photoledger.report.ReportLanguage;

/** Every setting has a default and a name, a mistyped one is never passed over, and a later place wins. */
class SettingsTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), "photoledger:\n  " + String.join("\n  ", lines) + "\n");
    }

    @Test
    void defaultsAreThoseOfTheDocumentedFile() {
        assertThat(SettingsLoader.load(null, null).settings())
                .isEqualTo(new Settings(
                        new Settings.DatabasePart("", "", "", false, "false", ""),
                        new Settings.StoragePart(1_024),
                        new Settings.ImportPart(48, 500, Integer.MAX_VALUE),
                        new Settings.DigestPart(false),
                        new Settings.WorkersPart(0, Duration.ofSeconds(30), 512, 1_024, 64 << 20, 2, true),
                        new Settings.ImagePart("auto"),
                        new Settings.TextPart(true, 640, 100, "", "", 1_000_000),
                        new Settings.DuplicatesPart(1_000),
                        new Settings.ContainersPart(5, 1_000_000, 200, 16 << 20),
                        new Settings.IdentifiersPart(""),
                        new Settings.LimitsPart(
                                200_000_000, 100, 16 << 20, 1_000, 8 << 20, 1_000, 5_000, 6 << 20, 6 << 20),
                        new Settings.ReportPart(ReportLanguage.EN),
                        new Settings.LogPart(LogFile.Format.TEXT, 16, 512),
                        SettingsLoader.load(null, null).settings().shown()));
    }

    @Test
    void whatIsShownIsAsItIsSet() throws IOException {
        assertThat(SettingsLoader.load(null, file("s.yml", "limits: {tags: 15}"))
                        .settings()
                        .shown())
                .containsEntry("photoledger.limits.tags", "15");
    }

    @Test
    void everyKeyReachesItsSetting() throws IOException {
        Path file = file(
                "s.yml",
                "database: {url: 'jdbc:postgresql://h/d', user: u, password-file: /p, allow-unsafe: true,"
                        + " encryption: key-file, key-file: /k}",
                "storage: {free-megabytes: 30}",
                "import: {chunk-size: 2, inventory-chunk-size: 3, file-bytes: 4}",
                "digest: {md5: true}",
                "workers: {count: 5, deadline: 6s, heap-megabytes: 70, resident-megabytes: 300, frame-bytes: 8,"
                        + " deaths-in-a-row: 29, confine: false}",
                "image: {heif-converter: off}",
                "text: {enabled: false, detector-side: 960, regions: 18, recognizer: /r, dictionary: /d, document-chars: 19}",
                "duplicates: {partners: 20}",
                "containers: {depth: 6, members: 22, ratio: 23, free-bytes: 24}",
                "identifiers: {rules: /i}",
                "limits: {pixels: 9, scans: 10, block-bytes: 11, blocks: 12, inflated-bytes: 13, directories: 14,"
                        + " tags: 15, value-chars: 16, total-chars: 17}",
                "report: {language: ar}",
                "log: {format: json, file-megabytes: 26, total-megabytes: 27}");
        SettingsLoader loader = SettingsLoader.load(null, file);
        assertThat(loader.settings())
                .isEqualTo(new Settings(
                        new Settings.DatabasePart("jdbc:postgresql://h/d", "u", "/p", true, "key-file", "/k"),
                        new Settings.StoragePart(30),
                        new Settings.ImportPart(2, 3, 4),
                        new Settings.DigestPart(true),
                        new Settings.WorkersPart(5, Duration.ofSeconds(6), 70, 300, 8, 29, false),
                        new Settings.ImagePart("false"),
                        new Settings.TextPart(false, 960, 18, "/r", "/d", 19),
                        new Settings.DuplicatesPart(20),
                        new Settings.ContainersPart(6, 22, 23, 24),
                        new Settings.IdentifiersPart("/i"),
                        new Settings.LimitsPart(9, 10, 11, 12, 13, 14, 15, 16, 17),
                        new Settings.ReportPart(ReportLanguage.AR),
                        new Settings.LogPart(LogFile.Format.JSON, 26, 27),
                        loader.settings().shown()));
        assertThat(loader.origins().values())
                .extracting(SettingsLoader.Origin::place)
                .containsOnly(file.toString());
    }

    @Test
    void theHomeOverridesTheDefaultsAndTheNamedFileOverridesTheHome() throws IOException {
        file("application.yml", "workers: {count: 2}", "limits: {scans: 7}");
        Path named = file("named.yml", "workers: {count: 3}");
        SettingsLoader loader = SettingsLoader.load(folder, named);
        assertThat(loader.settings().workers().count()).isEqualTo(3);
        assertThat(loader.settings().limits().scans()).isEqualTo(7);
        assertThat(loader.origins().get("photoledger.limits.tags"))
                .isEqualTo(new SettingsLoader.Origin("5000", "default"));
    }

    @Test
    void theUsersFileOverridesTheDefaultsAndTheHomeOverridesIt() throws IOException {
        Path user = Files.createDirectories(folder.resolve("xdg/photoledger")).resolve("application.yml");
        Files.writeString(user, "photoledger: {workers: {count: 2}, limits: {scans: 7}}");
        file("application.yml", "workers: {count: 3}");
        Map<String, String> environment =
                Map.of("XDG_CONFIG_HOME", folder.resolve("xdg").toString(), "HOME", "/nowhere");
        SettingsLoader loader = SettingsLoader.load(folder, null, environment);
        assertThat(loader.settings().workers().count()).isEqualTo(3);
        assertThat(loader.origins().get("photoledger.limits.scans"))
                .isEqualTo(new SettingsLoader.Origin("7", user.toString()));
    }

    @Test
    void theUsersFolderIsDotConfigWhereNoOtherIsNamed() {
        assertThat(SettingsVariables.userFile(Map.of("HOME", "/u", "XDG_CONFIG_HOME", "relative")))
                .isEqualTo(Path.of("/u/.config/photoledger/application.yml"));
        assertThat(SettingsVariables.userFile(Map.of())).isNull();
    }

    @Test
    void theEnvironmentOverridesTheNamedFileAndAFlagOverridesIt() throws IOException {
        Path named = file("named.yml", "workers: {heap-megabytes: 300, count: 3}");
        Map<String, String> environment = Map.of(
                "PHOTOLEDGER_WORKERS_HEAP_MEGABYTES",
                "400",
                "PHOTOLEDGER_WORKERS_COUNT",
                "4",
                "PHOTOLEDGER_HOME",
                "/h");
        SettingsLoader loader = SettingsLoader.load(null, named, environment).with("--workers", "workers.count", 5);
        assertThat(loader.settings().workers().count()).isEqualTo(5);
        assertThat(loader.origins().get("photoledger.workers.heap-megabytes"))
                .isEqualTo(new SettingsLoader.Origin("400", "PHOTOLEDGER_WORKERS_HEAP_MEGABYTES"));
    }

    @Test
    void aMistypedVariableIsRefusedWithTheNearestOne() {
        assertThatThrownBy(() -> SettingsLoader.load(null, null, Map.of("PHOTOLEDGER_WORKRES_COUNT", "4")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("did you mean PHOTOLEDGER_WORKERS_COUNT?");
    }

    @Test
    void aMachineThatHoldsTheHeapsIsSoundAndASmallerOneIsToldHowManyWorkersFit() {
        Settings.WorkersPart four = new Settings.WorkersPart(4, Duration.ofSeconds(30), 512, 1_024, 0, 2, true);
        assertThat(DoctorMemory.state(four, 2_560, 512)).startsWith("2560 MiB; 4 workers");
        assertThatThrownBy(() -> DoctorMemory.state(four, 2_559, 512))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("photoledger.workers.count to 3 or less");
    }

    @Test
    void aValueOfTheWrongTypeIsNamedWithItsPlace() throws IOException {
        Path file = file("s.yml", "workers: {deadline: soon}");
        assertThatThrownBy(() -> SettingsLoader.load(null, file).settings())
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("photoledger.workers.deadline", file.toString(), "soon", "30s");
    }

    @Test
    void whatChangesResultsChangesTheirDigestAndNothingElseDoes() throws IOException {
        String defaults = resultDigest();
        assertThat(resultDigest("digest: {md5: false}", "workers: {count: 3}")).isEqualTo(defaults);
        assertThat(resultDigest("digest: {md5: true}")).isNotEqualTo(defaults);
        assertThat(resultDigest("limits: {pixels: 5}")).isNotEqualTo(defaults);
        assertThat(resultDigest("duplicates: {partners: 5}")).isNotEqualTo(defaults);
    }

    @Test
    void whetherHeicIsDecodedChangesTheDigestOfResults() throws IOException {
        Settings settings = SettingsLoader.load(null, null).settings();
        IdentifierRules rules = IdentifierRules.defaults();
        HeifConverter one = new HeifConverter(Path.of("/bin/heif-dec"), "1.15.1", Duration.ofSeconds(20));
        HeifConverter newer = new HeifConverter(Path.of("/bin/heif-dec"), "1.19.7", Duration.ofSeconds(20));
        assertThat(List.of(one, newer, HeifConverter.off()))
                .extracting(heif -> ImportSettingsOf.resultDigest(settings, rules, heif))
                .doesNotHaveDuplicates();
    }

    @Test
    void aConverterIsAutoOffOrAnAbsoluteProgram() throws IOException {
        Duration deadline = Duration.ofSeconds(3);
        for (String value : List.of("off", "'off'")) {
            Path named = file("off.yml", "image: {heif-converter: " + value + "}");
            assertThat(SettingsLoader.load(null, named).settings().image().converter(deadline))
                    .isEqualTo(HeifConverter.off());
        }
        for (String value : List.of("heif-convert", "/no/such/program", "on")) {
            Path named = file("bad.yml", "image: {heif-converter: " + value + "}");
            SettingsLoader loader = SettingsLoader.load(null, named);
            assertThatThrownBy(loader::settings)
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("photoledger.image.heif-converter");
        }
    }

    private String resultDigest(String... lines) throws IOException {
        Path named = lines.length == 0 ? null : file("s.yml", lines);
        Settings settings = SettingsLoader.load(null, named).settings();
        return ImportSettingsOf.resultDigest(settings, IdentifierRules.defaults(), ImportSettingsOf.heif(settings));
    }

    @Test
    void aRecognizerWithoutItsDictionaryIsRefused() throws IOException {
        Path file = file("s.yml", "text: {recognizer: /my.onnx}");
        assertThatThrownBy(() -> SettingsLoader.load(null, file).settings())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("go together");
    }

    @Test
    void aFileThatIsNoYamlIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("s.yml"), "photoledger: [");
        assertThatThrownBy(() -> SettingsLoader.load(null, file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no valid YAML");
    }

    @ParameterizedTest
    @CsvSource({
        "import, chunk-size, 1, 10000",
        "import, inventory-chunk-size, 1, 10000",
        "import, file-bytes, 1, 2147483647",
        "workers, count, 0, 1024",
        "workers, heap-megabytes, 64, 65536",
        "workers, resident-megabytes, 128, 1048576",
        "workers, frame-bytes, 0, 268435456",
        "text, detector-side, 320, 1920",
        "text, regions, 1, 1000",
        "text, document-chars, 1, 16777216",
        "duplicates, partners, 1, 100000",
        "limits, pixels, 1, 2147483647",
        "limits, scans, 1, 100000",
        "limits, block-bytes, 1, 268435456",
        "limits, blocks, 1, 1000000",
        "limits, inflated-bytes, 1, 268435456",
        "limits, directories, 1, 10000",
        "limits, tags, 1, 1000000",
        "limits, value-chars, 1, 16777216",
        "limits, total-chars, 1, 16777216",
        "log, file-megabytes, 1, 10000",
        "log, total-megabytes, 1, 1000000"
    })
    void aNumberIsTakenFromItsLeastToItsMost(String part, String key, long least, long most) {
        assertThatCode(() -> load(part, key, least)).doesNotThrowAnyException();
        assertThatCode(() -> load(part, key, most)).doesNotThrowAnyException();
        assertThatThrownBy(() -> load(part, key, least - 1)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> load(part, key, most + 1)).isInstanceOf(UsageException.class);
    }

    private void load(String part, String key, long value) throws IOException {
        SettingsLoader.load(null, file("s.yml", part + ": {" + key + ": " + value + "}"))
                .settings();
    }
}
