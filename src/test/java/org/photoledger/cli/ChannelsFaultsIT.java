package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.photoledger.digest.Sha256;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SharedFiles;
import org.photoledger.testing.SmallPhotos;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What every verb prints into a pipe, on a terminal, on one without colours, and as JSON. The terminal is that of util-linux's script. */
class ChannelsFaultsIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final char ESCAPE = '\u001b';

    /** A terminal's colours, as opposed to what moves its cursor. */
    private static final String COLOURS = "\u001b\\[[0-9;]*m";

    private static Path folder = Path.of("");
    private static Path source = Path.of("");
    private static String digest = "";
    private static int number;

    @BeforeAll
    static void aHomeWithTwoRuns(@TempDir Path shared) throws IOException {
        folder = shared;
        source = Files.createDirectory(shared.resolve("leak"));
        SmallPhotos.fill(source, 12);
        digest = Sha256.of(Files.readAllBytes(source.resolve("day-00/photo-0000.jpg")))
                .hex();
        Photoledger program = new Photoledger(shared);
        for (int run = 1; run <= 2; run++) {
            assertThat(program.run("import", source.toString(), "--text", "off").exitCode())
                    .isZero();
        }
    }

    static List<String> verbs() {
        return VerbCases.verbs();
    }

    static Stream<Arguments> verbsOnTerminals() {
        return VerbCases.verbs().stream()
                .flatMap(verb -> Stream.of(Arguments.of(verb, false), Arguments.of(verb, true)));
    }

    private static List<String> command(String verb, String... more) {
        List<String> command = new ArrayList<>();
        command.add(SharedFiles.repository().resolve("photoledger").toString());
        command.addAll(VerbCases.of(verb, source, digest, folder.resolve("new-" + number++)));
        command.addAll(List.of(more));
        command.addAll(List.of("--home", folder.resolve("home").toString()));
        return command;
    }

    private static Photoledger.Ended run(List<String> command) {
        Photoledger program = new Photoledger(folder);
        return program.ended(program.start(command));
    }

    /** No run is at work for stop to end. */
    private static int expected(String verb) {
        return verb.equals("stop") ? 10 : 0;
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void nothingThatIsPipedHoldsAnEscape(String verb) {
        Photoledger.Ended ended = run(command(verb));
        assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(expected(verb));
        assertThat(String.join("", ended.lines()) + ended.errors()).isNotEmpty().doesNotContain(String.valueOf(ESCAPE));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void jsonIsLinesOfJsonAndNothingElseAndTheLastOneHoldsTheExitCode(String verb) {
        Photoledger.Ended ended = run(command(verb, "--json"));
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isEqualTo(expected(verb));
        assertThat(ended.lines()).isNotEmpty();
        for (String line : ended.lines()) {
            JsonNode read = MAPPER.readTree(line);
            assertThat(read.path("v").asInt()).as(line).isEqualTo(1);
            assertThat(read.path("type").asString()).as(line).isNotEmpty();
        }
        assertThat(ended.number("exitCode")).isEqualTo(ended.exitCode());
        assertThat(String.join("", ended.lines()) + ended.errors()).doesNotContain(String.valueOf(ESCAPE));
    }

    @ParameterizedTest
    @MethodSource("verbsOnTerminals")
    void aTerminalGetsTheSameExitCodeAndNoColoursWhereItWantsNone(String verb, boolean plain) {
        assumeTrue(Files.isExecutable(SCRIPT), "no script (util-linux) on this machine");
        List<String> command = new ArrayList<>(List.of("env", "TERM=xterm"));
        if (plain) {
            command.add("NO_COLOR=1");
        }
        command.addAll(List.of(SCRIPT.toString(), "-qec", String.join(" ", command(verb)), "/dev/null"));
        Photoledger.Ended ended = run(command);
        String printed = String.join("\n", ended.lines());
        assertThat(ended.exitCode()).as(printed).isEqualTo(expected(verb));
        assertThat(printed).isNotBlank();
        if (plain) {
            assertThat(printed).doesNotContainPattern(COLOURS);
        }
    }
}
