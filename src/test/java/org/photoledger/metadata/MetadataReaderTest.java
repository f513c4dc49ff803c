package org.photoledger.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.testing.ExifBlock.aLittleEndianExif;
import static org.photoledger.testing.ExifBlock.anExif;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.MetadataBlock;
import org.photoledger.testing.ExifBlock;
import org.photoledger.testing.Pictures;

class MetadataReaderTest {

    private static final byte[] JPEG = Pictures.jpeg(Pictures.drawn(1, 64, 48), 0.8f);

    private static PhotoMetadata read(byte[] jpeg) {
        ImageBytes bytes = ImageBytes.of(jpeg);
        return new MetadataReader(MetadataLimits.defaults())
                .read(bytes, new ContainerWalker(ImageLimits.defaults()).walk(bytes));
    }

    private static PhotoMetadata read(ExifBlock exif) {
        return read(exif.in(JPEG));
    }

    private static @Nullable String value(PhotoMetadata metadata, PhotoField field) {
        FieldValue value = metadata.fields().get(field);
        return value == null ? null : value.text();
    }

    private static List<FindingCode> codes(PhotoMetadata metadata) {
        return metadata.findings().stream().map(finding -> finding.code()).toList();
    }

    @Test
    void bothDecodersAgreeOnACamera() {
        PhotoMetadata metadata =
                read(anExif().camera("Orbis ", "D40", "OR-1").number(0x112, 6).rational(0x829a, 1, 60));
        assertThat(metadata.fields().get(PhotoField.MAKE))
                .isEqualTo(new FieldValue("Orbis", "EXIF", FieldValue.Agreement.AGREE));
        assertThat(value(metadata, PhotoField.SERIAL_NUMBER)).isEqualTo("OR-1");
        assertThat(value(metadata, PhotoField.ORIENTATION)).isEqualTo("6");
        assertThat(Double.parseDouble(String.valueOf(value(metadata, PhotoField.EXPOSURE_TIME))))
                .isEqualTo(1.0 / 60);
        assertThat(metadata.values())
                .allMatch(tag -> tag.origins().size() == 2 || tag.tag().equals("0x8769"));
    }

    @Test
    void aPrefixThatAnotherFileGaveToAnotherNamespaceChangesNoName() {
        List<String> alone = xmpTags("urn:a-namespace:one");
        assertThat(alone).contains("odd:mark");
        assertThat(xmpTags("urn:a-namespace:two")).isEqualTo(alone);
    }

    private static List<String> xmpTags(String namespace) {
        String packet = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description xmlns:odd='" + namespace + "' odd:mark='7'/></rdf:RDF></x:xmpmeta>";
        return read(Pictures.withApp1(JPEG, packet.getBytes(StandardCharsets.US_ASCII))).values().stream()
                .map(MetadataValue::tag)
                .toList();
    }

    @Test
    void captureTimeKeepsRawTextLocalTimePrecisionAndToldOffset() {
        PhotoMetadata metadata = read(aLittleEndianExif()
                .original("2013:04:05 10:11:12")
                .ascii(0x9291, "34")
                .ascii(0x9011, "+03:00"));
        assertThat(value(metadata, PhotoField.CAPTURE_TIME_RAW)).isEqualTo("2013:04:05 10:11:12");
        assertThat(value(metadata, PhotoField.CAPTURE_TIME_LOCAL)).isEqualTo("2013-04-05T10:11:12.34");
        assertThat(value(metadata, PhotoField.CAPTURE_TIME_PRECISION)).isEqualTo("SUBSECOND");
        assertThat(value(metadata, PhotoField.UTC_OFFSET)).isEqualTo("+03:00");
        assertThat(value(metadata, PhotoField.UTC_OFFSET_ORIGIN)).isEqualTo("EXIF_OFFSET");
    }

    @Test
    void anOffsetIsDerivedFromGpsOnlyNearAQuarterOfAnHour() {
        ExifBlock near =
                anExif().original("2013:04:05 21:16:05").gpsDay("2013:04:05").gpsRational(7, 18, 1, 15, 1, 0, 1);
        assertThat(value(read(near), PhotoField.UTC_OFFSET)).isEqualTo("+03:00");
        assertThat(value(read(near), PhotoField.UTC_OFFSET_ORIGIN)).isEqualTo("GPS_DERIVED");
        ExifBlock offGrid =
                anExif().original("2013:04:05 21:22:00").gpsDay("2013:04:05").gpsRational(7, 18, 1, 15, 1, 0, 1);
        assertThat(value(read(offGrid), PhotoField.UTC_OFFSET)).isNull();
        ExifBlock stale =
                anExif().original("2013:04:08 21:15:00").gpsDay("2013:04:05").gpsRational(7, 18, 1, 15, 1, 0, 1);
        assertThat(value(read(stale), PhotoField.UTC_OFFSET)).isNull();
        assertThat(value(read(near), PhotoField.GPS_TIME_UTC)).isEqualTo("2013-04-05T18:15:00Z");
    }

    @Test
    void noOffsetIsInventedWhereTheFileTellsNone() {
        assertThat(value(read(anExif().original("2013:04:05 10:11:12")), PhotoField.UTC_OFFSET))
                .isNull();
    }

    @Test
    void zeroAndImpossibleDatesAreFlaggedAndNotRepaired() {
        PhotoMetadata zero = read(anExif().original("0000:00:00 00:00:00"));
        assertThat(codes(zero)).contains(FindingCode.DATE_IMPLAUSIBLE);
        assertThat(value(zero, PhotoField.CAPTURE_TIME_LOCAL)).isNull();
        assertThat(value(zero, PhotoField.CAPTURE_TIME_RAW)).isEqualTo("0000:00:00 00:00:00");
        PhotoMetadata impossible = read(anExif().original("2013:02:30 10:00:00"));
        assertThat(codes(impossible)).contains(FindingCode.DATE_UNREADABLE);
        assertThat(value(impossible, PhotoField.CAPTURE_TIME_LOCAL)).isNull();
        PhotoMetadata old = read(anExif().original("1980:01:01 00:00:00"));
        assertThat(codes(old)).contains(FindingCode.DATE_IMPLAUSIBLE);
        assertThat(value(old, PhotoField.CAPTURE_TIME_LOCAL)).isEqualTo("1980-01-01T00:00:00");
    }

    @Test
    void positionsCarryTheirHemisphereAndNullIslandIsFlagged() {
        PhotoMetadata south = read(anExif().position("S", new int[] {12, 30, 0}, "W", new int[] {60, 0, 36}));
        assertThat(value(south, PhotoField.GPS_LATITUDE)).isEqualTo("-12.5");
        assertThat(value(south, PhotoField.GPS_LONGITUDE)).isEqualTo("-60.01");
        PhotoMetadata island = read(anExif().position("N", new int[] {0, 0, 0}, "E", new int[] {0, 0, 0}));
        assertThat(codes(island)).contains(FindingCode.POSITION_NULL_ISLAND);
        PhotoMetadata bare = read(anExif().position("", new int[] {12, 0, 0}, "", new int[] {60, 0, 0}));
        assertThat(codes(bare)).contains(FindingCode.POSITION_WITHOUT_REFERENCE);
        PhotoMetadata beyond = read(anExif().position("N", new int[] {91, 0, 0}, "E", new int[] {60, 0, 0}));
        assertThat(codes(beyond)).contains(FindingCode.POSITION_INVALID);
        assertThat(value(beyond, PhotoField.GPS_LATITUDE)).isNull();
    }

    @Test
    void aRationalWithDenominatorZeroIsAbsent() {
        assertThat(value(read(anExif().rational(0x829d, 0, 0)), PhotoField.F_NUMBER))
                .isNull();
    }

    @Test
    void anOrientationOutsideOneToEightIsFlagged() {
        PhotoMetadata metadata = read(anExif().number(0x112, 9));
        assertThat(codes(metadata)).contains(FindingCode.ORIENTATION_INVALID);
        assertThat(value(metadata, PhotoField.ORIENTATION)).isNull();
    }

    @Test
    void textIsUtf8OrElseWindows1252AndSaysSo() {
        assertThat(value(read(anExif().ascii(0x10e, "صورة")), PhotoField.IMAGE_DESCRIPTION))
                .isEqualTo("صورة");
        PhotoMetadata latin = read(anExif().bytes(0x10e, new byte[] {'c', 'a', 'f', (byte) 0xe9, 0}));
        assertThat(value(latin, PhotoField.IMAGE_DESCRIPTION)).isEqualTo("café");
        assertThat(codes(latin)).contains(FindingCode.TEXT_ENCODING_GUESSED);
    }

    @Test
    void hostileTextIsKept() {
        String hostile = "<script>x</script>\r\n\u001b[31m ${jndi:x} \u202e =cmd";
        PhotoMetadata metadata = read(anExif().ascii(0x10e, hostile));
        assertThat(metadata.values()).anyMatch(tag -> tag.raw().equals(hostile));
    }

    private static PhotoMetadata readTiff(ExifBlock exif, MetadataLimits limits) {
        ImageBytes bytes = ImageBytes.of(exif.bytes());
        return new MetadataReader(limits).read(bytes, new ContainerWalker(ImageLimits.defaults()).walk(bytes));
    }

    @Test
    void aValueOfFiveMegabytesIsKeptWhole() {
        PhotoMetadata metadata = readTiff(anExif().ascii(0x10e, "y".repeat(5 << 20)), MetadataLimits.defaults());
        assertThat(codes(metadata)).doesNotContain(FindingCode.VALUE_TRUNCATED);
        assertThat(metadata.values())
                .anyMatch(tag -> !tag.truncated() && tag.raw().length() == 5 << 20);
        assertThat(value(metadata, PhotoField.IMAGE_DESCRIPTION)).hasSize(65_536);
    }

    @Test
    void aValueIsCutAtItsLimitWithAFinding() {
        MetadataLimits limits = new MetadataLimits(5_000, 10, 100, 1_000);
        assertThat(codes(readTiff(anExif().ascii(0x10e, "y".repeat(10)), limits)))
                .doesNotContain(FindingCode.VALUE_TRUNCATED);
        PhotoMetadata cut = readTiff(anExif().ascii(0x10e, "y".repeat(11)), limits);
        assertThat(codes(cut)).contains(FindingCode.VALUE_TRUNCATED);
        assertThat(cut.values()).anyMatch(tag -> tag.truncated() && tag.raw().equals("y".repeat(10)));
    }

    @Test
    void valuesTogetherAreCutAtTheirLimitWithAFinding() {
        MetadataLimits limits = new MetadataLimits(5_000, 10, 12, 1_000);
        PhotoMetadata cut = readTiff(anExif().ascii(0x10e, "y".repeat(10)).ascii(0x10f, "z".repeat(10)), limits);
        assertThat(codes(cut)).contains(FindingCode.VALUE_TRUNCATED);
        assertThat(cut.values().stream().mapToInt(tag -> tag.raw().length()).sum())
                .isEqualTo(12);
    }

    @Test
    void valuesBeyondTheirNumberAreLeftOutWithAFinding() {
        ExifBlock exif = anExif().ascii(0x10e, "a").ascii(0x10f, "b").ascii(0x110, "c");
        assertThat(codes(readTiff(exif, new MetadataLimits(3, 100, 100, 1_000))))
                .isEmpty();
        PhotoMetadata cut = readTiff(exif, new MetadataLimits(2, 100, 100, 1_000));
        assertThat(cut.values()).hasSize(2);
        assertThat(codes(cut)).contains(FindingCode.TAG_LIMIT);
    }

    @Test
    void textThatIsNoUtf8OrHoldsNulKeepsItsBytes() {
        PhotoMetadata metadata = read(anExif().bytes(0x10e, new byte[] {'a', (byte) 0x81, 'b', 0})
                .bytes(0x10f, new byte[] {'c', 0, 'd', 0})
                .ascii(0x110, "plain"));
        assertThat(metadata.values())
                .extracting(MetadataValue::rawHex)
                .contains("61816200", "63006400")
                .containsNull();
        assertThat(codes(metadata)).contains(FindingCode.TEXT_ENCODING_GUESSED);
    }

    @Test
    void aBlockCutAnywhereNeverThrows() {
        byte[] block = anExif().camera("Orbis", "D40", "1")
                .original("2013:04:05 10:11:12")
                .userComment("hello")
                .bytes();
        for (int length = 0; length < block.length; length++) {
            read(new MetadataBlock(MetadataBlock.Kind.EXIF, 0, Arrays.copyOf(block, length)));
        }
    }

    @Test
    void aBlockWithFlippedBytesNeverThrowsAndReadsTheSameTwice() {
        byte[] block = anExif().camera("Orbis", "D40", "1")
                .original("2013:04:05 10:11:12")
                .number(0x112, 3)
                .bytes();
        Random random = new Random(7);
        for (int round = 0; round < 1_500; round++) {
            byte[] flipped = block.clone();
            for (int flip = 0; flip < 3; flip++) {
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
            }
            MetadataBlock mutated = new MetadataBlock(MetadataBlock.Kind.EXIF, 0, flipped);
            assertThat(read(mutated)).isEqualTo(read(mutated));
        }
    }

    private static PhotoMetadata read(MetadataBlock block) {
        ImageBytes bytes = ImageBytes.of("x".getBytes(StandardCharsets.US_ASCII));
        var walked = new ContainerWalker(ImageLimits.defaults()).walk(bytes);
        var structure = new org.photoledger.image.ImageStructure(
                walked.format(), null, walked.coding(), 1, 1, List.of(block), null, null, null, List.of());
        return new MetadataReader(MetadataLimits.defaults()).read(bytes, structure);
    }
}
