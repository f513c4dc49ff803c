package org.photoledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.Decoding;
import org.photoledger.image.HeifConverter;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.PixelSize;
import org.photoledger.metadata.MetadataLimits;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.testing.SampleImages;
import org.photoledger.testing.SharedFiles;

/** HEIC, HEIF and AVIF are decoded by the system's libheif where it is there, and recorded without pixels where it is not. */
class HeifPhotoTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final HeifConverter FOUND = HeifConverter.found(DEADLINE);

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void temporaryFolderIsThere() throws IOException {
        Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static byte[] shared(String name) throws IOException {
        Path file = SharedFiles.folder("camera-files").resolve(name);
        assumeTrue(Files.exists(file), "the camera files are not here");
        return Files.readAllBytes(file);
    }

    private static PhotoExamination decoded(byte[] file) {
        assumeTrue(FOUND.program() != null, "libheif is not here");
        return PhotoExaminers.with(FOUND).examine(ImageBytes.of(file));
    }

    private static PerceptualHash hash(PhotoExamination found) {
        return Objects.requireNonNull(found.perceptualHash());
    }

    private static Finding only(PhotoExamination found, FindingCode code) {
        List<Finding> of = found.findings().stream()
                .filter(finding -> finding.code() == code)
                .toList();
        assertThat(of).hasSize(1);
        return of.get(0);
    }

    @Test
    void aHeicIsDecodedAndItsRouteNamesTheProgram() throws IOException {
        PhotoExamination found = decoded(shared("tika/testHEIF.heic"));
        assertThat(found.mediaType()).isEqualTo("image/heic");
        assertThat(found.size()).isEqualTo(new PixelSize(800, 544));
        assertThat(found.decode()).isEqualTo(Decoding.Status.DECODED);
        assertThat(found.decodeRoute())
                .isEqualTo("HEIF_CONVERT " + FOUND.state())
                .hasSizeLessThanOrEqualTo(20);
        assertThat(hash(found).quality()).isGreaterThan(50);
    }

    @Test
    void itsTurnIsAppliedOnce() throws IOException {
        byte[] file = shared("tika/IMG_1034.heic");
        PerceptualHash lying = hash(decoded(file));
        // irot counts quarters against the clock: EXIF's 8, 3 and 6
        int[] orientations = {8, 3, 6};
        for (int quarters = 1; quarters <= 3; quarters++) {
            PerceptualHash turned = hash(decoded(turned(file, quarters)));
            assertThat(turned.distance(lying.turned(orientations[quarters - 1])))
                    .as("%d quarters", quarters)
                    .isLessThanOrEqualTo(PerceptualHash.NEAR);
            assertThat(turned.distance(lying)).isGreaterThan(PerceptualHash.NEAR);
        }
    }

    private static byte[] turned(byte[] file, int quarters) {
        byte[] turned = file.clone();
        for (int at = 0; at < file.length - 4; at++) {
            if (file[at] == 'i' && file[at + 1] == 'r' && file[at + 2] == 'o' && file[at + 3] == 't') {
                turned[at + 4] = (byte) quarters;
                return turned;
            }
        }
        throw new IllegalArgumentException("no irot");
    }

    @Test
    void aCutFileFailsInTheProgramsWords() throws IOException {
        byte[] file = shared("tika/testHEIF.heic");
        PhotoExamination found = decoded(Arrays.copyOf(file, 6_000));
        assertThat(found.decode()).isEqualTo(Decoding.Status.FAILED);
        assertThat(only(found, FindingCode.DECODE_FAILED).detail()).startsWith("HEIF_CONVERT " + FOUND.state() + ": ");
        assertThat(found.size()).isEqualTo(new PixelSize(800, 544));
    }

    @Test
    void withoutAProgramTheRecordSaysWhichPackageIsWanted() {
        HeifConverter none = new HeifConverter(null, "install the Debian package libheif-examples", DEADLINE);
        PhotoExamination found = PhotoExaminers.with(none).examine(ImageBytes.of(SampleImages.heic()));
        assertThat(found.decode()).isEqualTo(Decoding.Status.UNSUPPORTED);
        assertThat(found.decodeRoute()).isNull();
        assertThat(only(found, FindingCode.DECODE_UNSUPPORTED).detail())
                .isEqualTo("no decoder for image/heic: install the Debian package libheif-examples");
        PhotoExamination off = PhotoExaminers.with(HeifConverter.off()).examine(ImageBytes.of(SampleImages.heic()));
        assertThat(only(off, FindingCode.DECODE_UNSUPPORTED).detail()).contains("photoledger.image.heif-converter");
    }

    private HeifConverter program(Duration deadline, String... lines) throws IOException {
        Path program = folder.resolve("program" + lines.length);
        Files.writeString(
                program,
                "#!/bin/sh\n[ \"$1\" = --version ] && echo libheif 9.8.7 && exit 0\n" + String.join("\n", lines)
                        + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return HeifConverter.at(program, deadline);
    }

    private static PhotoExamination examined(HeifConverter converter) {
        return PhotoExaminers.with(converter).examine(ImageBytes.of(SampleImages.heic()));
    }

    private static long leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("heif"))
                    .count();
        }
    }

    @Test
    void aProgramSeesOnlyNamesOfOursAndItsBrightnessIsTaken() throws IOException {
        HeifConverter converter = program(
                DEADLINE,
                "[ \"$*\" = 'in.heif out.y4m' ] || exit 9",
                "printf 'YUV4MPEG2 W4 H2 F30:1\\nFRAME\\nabcdefgh' > out.y4m");
        assertThat(converter.state()).isEqualTo("9.8.7");
        PhotoExamination found = examined(converter);
        assertThat(found.findings()).extracting(Finding::code).doesNotContain(FindingCode.DECODE_FAILED);
        assertThat(found.decodeRoute()).isEqualTo("HEIF_CONVERT 9.8.7");
        assertThat(Objects.requireNonNull(found.raster()).mean()).isEqualTo(100.5, within(0.1));
    }

    @Test
    void aProgramThatHangsCostsThePixelsAlone() throws IOException {
        long before = leftBehind();
        PhotoExamination found = examined(program(Duration.ofMillis(300), "exec sleep 100"));
        assertThat(found.decode()).isEqualTo(Decoding.Status.FAILED);
        assertThat(only(found, FindingCode.DECODE_FAILED).detail()).contains("within 300 ms");
        assertThat(found.size()).isNotNull();
        assertThat(leftBehind()).isEqualTo(before);
    }

    @Test
    void whatAProgramGivesThatIsNoPictureFails() throws IOException {
        for (String line : List.of(
                "exit 0",
                "exit 5",
                "printf 'YUV4MPEG2 W4 H2 F30:1\\nFRAME\\nabc' > out.y4m",
                "printf 'YUV4MPEG2 W40000 H40000 F30:1\\nFRAME\\nabc' > out.y4m",
                "printf 'YUV4MPEG2 W4 H2 C420p10\\nFRAME\\nabcdefghijklmnop' > out.y4m",
                "printf 'no picture at all' > out.y4m",
                "head -c 100000000 /dev/zero > out.y4m")) {
            assertThat(examined(program(DEADLINE, line)).decode()).as(line).isEqualTo(Decoding.Status.FAILED);
        }
    }

    @Test
    void moreOfMemoryThanThePictureNeedsIsRefusedByTheSystem() throws IOException {
        PhotoExamination found =
                examined(program(DEADLINE, "head -c 1200000000 /dev/zero | tail -c 1100000000 > out.y4m"));
        assertThat(found.decode()).isEqualTo(Decoding.Status.FAILED);
    }

    @Test
    void aCodecThatLibheifLacksIsUnsupported() throws IOException {
        PhotoExamination found = examined(
                program(DEADLINE, "echo 'Could not decode: Unsupported feature: Unsupported codec' >&2; exit 1"));
        assertThat(found.decode()).isEqualTo(Decoding.Status.UNSUPPORTED);
        assertThat(only(found, FindingCode.DECODE_UNSUPPORTED).detail()).contains("Unsupported codec");
    }

    @Test
    void aPictureBeyondTheLimitIsNeverGivenToTheProgram() throws IOException {
        HeifConverter converter = program(DEADLINE, "touch " + folder.resolve("called"));
        ImageLimits small = new ImageLimits(5, 1, 1 << 20, 10, 1 << 20, 100);
        ExaminationSettings settings =
                new ExaminationSettings(small, MetadataLimits.defaults(), converter, null, 1_000);
        PhotoExamination found = new PhotoExaminer(settings, TextPart.open(null), new DocumentPart(false, 1))
                .examine(ImageBytes.of(SampleImages.heic()));
        assertThat(found.decode()).isEqualTo(Decoding.Status.REFUSED);
        assertThat(folder.resolve("called")).doesNotExist();
    }

    @Test
    void aProgramThatTellsNoVersionIsNone() {
        assertThat(HeifConverter.at(Path.of("/bin/true"), DEADLINE).program()).isNull();
        assertThat(HeifConverter.at(folder.resolve("gone"), DEADLINE).program()).isNull();
    }
}
