package org.photoledger.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.testing.ExifBlock.anExif;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageLimits;

/** No raw value of a file is lost, and where one is cut the finding tells what was. */
class RawValuesTest {

    private static final int MODEL = 0x110;
    private static final int WIDTH = 0x100;
    private static final int SUB_IFDS = 0x14a;
    private static final int EXIF_IFD = 0x8769;

    private final ByteBuffer tiff = ByteBuffer.allocate(2_048)
            .put("MM".getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 42)
            .putInt(at(0));

    private static int at(int slot) {
        return 8 + 128 * slot;
    }

    /** A directory of at most ten LONG entries, each its tag, its count and its value or where that stands. */
    private void directory(int slot, int next, int... entries) {
        tiff.position(at(slot)).putShort((short) (entries.length / 3));
        for (int entry = 0; entry < entries.length; entry += 3) {
            tiff.putShort((short) entries[entry]).putShort((short) 4);
            tiff.putInt(entries[entry + 1]).putInt(entries[entry + 2]);
        }
        tiff.putInt(next);
    }

    private static PhotoMetadata read(byte[] file, MetadataLimits limits) {
        ImageBytes bytes = ImageBytes.of(file);
        return new MetadataReader(limits).read(bytes, new ContainerWalker(ImageLimits.defaults()).walk(bytes));
    }

    private List<String> rows(String tag) {
        return read(tiff.array(), MetadataLimits.defaults()).values().stream()
                .filter(value -> value.tag().equals(tag))
                .map(value -> value.directory() + "=" + value.raw())
                .toList();
    }

    private static PhotoMetadata readModel(byte[] model, MetadataLimits limits) {
        return read(anExif().bytes(MODEL, model).bytes(), limits);
    }

    private static List<String> details(PhotoMetadata metadata, FindingCode code) {
        return metadata.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(finding -> finding.detail())
                .toList();
    }

    private static byte[] text(String latin, int more) {
        return (latin + "z".repeat(more)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static MetadataValue whole(PhotoMetadata metadata, int characters) {
        return metadata.values().stream()
                .filter(value -> value.raw().length() == characters)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fiveMegabytesThatAreNoUtf8AreKeptWholeWithTheirBytes() {
        PhotoMetadata metadata = readModel(text("\u00e9", 5_000_000), MetadataLimits.defaults());
        MetadataValue value = whole(metadata, 5_000_001);
        assertThat(value.truncated()).isFalse();
        assertThat(value.rawHex()).startsWith("e97a").endsWith("7a7a").hasSize(10_000_002);
        assertThat(details(metadata, FindingCode.VALUE_TRUNCATED)).isEmpty();
    }

    @Test
    void fiveMegabytesWithANulInsideAreKeptWholeWithTheirBytes() {
        PhotoMetadata metadata = readModel(text("a\0", 5_000_000), MetadataLimits.defaults());
        MetadataValue value = whole(metadata, 5_000_002);
        assertThat(value.truncated()).isFalse();
        assertThat(value.rawHex()).startsWith("61007a").hasSize(10_000_004);
        assertThat(details(metadata, FindingCode.VALUE_TRUNCATED)).isEmpty();
    }

    @Test
    void aTextAndItsBytesAreCutAtTheLimitOfOneValueEachAndBothNumbersAreTold() {
        MetadataLimits limits = new MetadataLimits(5_000, 10, 100, 1_000);
        assertThat(details(readModel(text("\u00e9", 9), limits), FindingCode.VALUE_TRUNCATED))
                .isEmpty();
        PhotoMetadata cut = readModel(text("\u00e9", 10), limits);
        assertThat(details(cut, FindingCode.VALUE_TRUNCATED))
                .containsExactly("IFD0 0x0110: 11 characters, 10 were kept; 11 bytes, 10 were kept");
        assertThat(whole(cut, 10).truncated()).isTrue();
        assertThat(whole(cut, 10).rawHex()).isEqualTo("e9" + "7a".repeat(9));
        PhotoMetadata bytesAlone = readModel(text("\u00e9zzzzzzzzz\0", 0), limits);
        assertThat(details(bytesAlone, FindingCode.VALUE_TRUNCATED))
                .containsExactly("IFD0 0x0110: 11 bytes, 10 were kept");
        assertThat(whole(bytesAlone, 10).truncated()).isTrue();
    }

    @Test
    void textsAndTheirBytesAreCutAtTheLimitOfAllTogether() {
        byte[] file = anExif().bytes(0x10f, text("\u00e9", 5))
                .bytes(MODEL, text("\u00e9", 5))
                .bytes();
        assertThat(details(read(file, new MetadataLimits(5_000, 10, 12, 1_000)), FindingCode.VALUE_TRUNCATED))
                .isEmpty();
        PhotoMetadata cut = read(file, new MetadataLimits(5_000, 10, 11, 1_000));
        assertThat(details(cut, FindingCode.VALUE_TRUNCATED))
                .containsExactly("IFD0 0x0110: 6 characters, 5 were kept; 6 bytes, 5 were kept");
        assertThat(cut.values().stream().map(MetadataValue::rawHex)).containsExactly("e97a7a7a7a7a", "e97a7a7a7a");
    }

    @Test
    void theBytesOfAllTextsTogetherAreNeverMoreThanTheWorkersReplyHolds() {
        MetadataLimits most = new MetadataLimits(5_000, 16 << 20, 16 << 20, 1_000);
        PhotoMetadata metadata = readModel(text("\u00e9", 6 << 20), most);
        assertThat(details(metadata, FindingCode.VALUE_TRUNCATED))
                .containsExactly("IFD0 0x0110: 6291457 bytes, 6291456 were kept");
        assertThat(whole(metadata, (6 << 20) + 1).rawHex()).hasSize(12 << 20);
    }

    @Test
    void theFindingOfTooManyValuesTellsHowManyThereAre() {
        byte[] file = anExif().ascii(0x10e, "a")
                .ascii(0x10f, "b")
                .ascii(MODEL, "c")
                .ascii(0x131, "d")
                .ascii(0x13b, "e")
                .bytes();
        PhotoMetadata cut = read(file, new MetadataLimits(2, 100, 100, 1_000));
        assertThat(cut.values()).hasSize(2);
        assertThat(details(cut, FindingCode.TAG_LIMIT)).containsExactly("5 metadata values; 2 were kept");
    }

    @Test
    void picturesOfARawFileKeepTheirValuesApart() {
        directory(0, 0, WIDTH, 1, 8, SUB_IFDS, 3, at(9), EXIF_IFD, 1, at(4));
        directory(1, 0, WIDTH, 1, 3_516);
        directory(2, 0, WIDTH, 1, 1_024);
        directory(3, 0, WIDTH, 1, 3_456);
        directory(4, 0, WIDTH, 1, 77, 0x9004, 1, 1);
        tiff.putInt(at(9), at(1)).putInt(at(9) + 4, at(2)).putInt(at(9) + 8, at(3));
        assertThat(rows("0x0100"))
                .containsExactlyInAnyOrder("IFD0=8", "ExifIFD=77", "SubIFD0=3516", "SubIFD1=1024", "SubIFD2=3456");
    }

    @Test
    void picturesOfAChainKeepTheirValuesApart() {
        directory(0, at(1), WIDTH, 1, 10);
        directory(1, at(2), WIDTH, 1, 11);
        directory(2, at(3), WIDTH, 1, 12);
        directory(3, 0, WIDTH, 1, 13);
        assertThat(rows("0x0100")).containsExactly("IFD0=10", "IFD1=11", "IFD2=12", "IFD3=13");
    }

    @Test
    void directoriesOfOneNameAreNumberedAndAnEmptyOneDoesNotCount() {
        directory(0, 0, EXIF_IFD, 1, at(15) + 4_000, EXIF_IFD, 1, at(1), EXIF_IFD, 1, at(2));
        directory(1, 0, 0x8827, 1, 100);
        directory(2, 0, 0x8827, 1, 200, 0x9204, 1, 5);
        assertThat(rows("0x8827")).contains("ExifIFD=100", "ExifIFD 2=200");
        PhotoMetadata metadata = read(tiff.array(), MetadataLimits.defaults());
        assertThat(metadata.fields().get(PhotoField.ISO))
                .extracting(field -> field.text())
                .isEqualTo("100");
    }

    @Test
    void aTagThatStandsTwiceInADirectoryKeepsBothValues() {
        directory(0, 0, WIDTH, 1, 10, WIDTH, 1, 11, SUB_IFDS, 1, at(1));
        directory(1, 0, WIDTH, 1, 20, WIDTH, 1, 21, WIDTH, 1, 22);
        assertThat(rows("0x0100")).containsExactly("IFD0=10", "IFD0=11", "SubIFD0=20", "SubIFD0=21", "SubIFD0=22");
    }

    @Test
    void aFieldThatTheFirstDirectoriesLeaveOutIsReadFromAFurtherOne() {
        directory(0, 0, SUB_IFDS, 1, at(1), EXIF_IFD, 1, at(2));
        directory(1, 0, 0x8827, 1, 400, 0x112, 1, 6);
        directory(2, 0, 0x8827, 1, 100);
        PhotoMetadata metadata = read(tiff.array(), MetadataLimits.defaults());
        assertThat(metadata.fields().get(PhotoField.ISO))
                .extracting(field -> field.text())
                .isEqualTo("100");
        assertThat(metadata.fields().get(PhotoField.ORIENTATION))
                .extracting(field -> field.text())
                .isEqualTo("6");
    }

    @Test
    void aStructureCutAnywhereReadsTheSameTwice() {
        picturesOfARawFileKeepTheirValuesApart();
        IntStream.rangeClosed(0, tiff.capacity() / 8).forEach(length -> {
            byte[] cut = Arrays.copyOf(tiff.array(), 8 * length);
            assertThat(read(cut, MetadataLimits.defaults())).isEqualTo(read(cut, MetadataLimits.defaults()));
        });
    }
}
