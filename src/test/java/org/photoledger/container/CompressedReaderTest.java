package org.photoledger.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.container.Archives.noise;
import static org.photoledger.container.Archives.utf8;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.junit.jupiter.api.Test;
import org.photoledger.testing.Bytes;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compressed files, made in code: of one file, and of a tar. */
class CompressedReaderTest {

    private static final String GZIP = "application/gzip";
    private static final String XZ = "application/x-xz";
    private static final String ZSTD = "application/zstd";

    @FunctionalInterface
    private interface Wrapper {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Wrapper wrapper) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = wrapper.around(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** One frame of one block that is not packed: RFC 8878. */
    private static byte[] zstd(byte[] content) {
        int block = (content.length << 3) | 1;
        return Bytes.of(
                0x28,
                0xb5,
                0x2f,
                0xfd,
                0xa0,
                content.length,
                content.length >> 8,
                content.length >> 16,
                content.length >> 24,
                block,
                block >> 8,
                block >> 16);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        return packed(content, GzipCompressorOutputStream::new);
    }

    private static byte[] xz(byte[] content, int dictionary) throws IOException {
        LZMA2Options options = new LZMA2Options(0);
        options.setDictSize(dictionary);
        return packed(content, out -> new XZOutputStream(out, options));
    }

    /** By media type. */
    private static Map<String, byte[]> all(byte[] content) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(GZIP, gzip(content));
        files.put("application/x-bzip2", packed(content, BZip2CompressorOutputStream::new));
        files.put(XZ, xz(content, 1 << 20));
        files.put(
                "application/zstd", new Bytes().add(zstd(content)).add(content).array());
        return files;
    }

    @Test
    void aFileIsAContainerOfOneMember() throws IOException {
        byte[] photo = noise(70_000);
        for (Map.Entry<String, byte[]> file : all(photo).entrySet()) {
            Opened opened = Opened.of(file.getValue(), file.getKey());
            assertThat(opened.opening).as(file.getKey()).isEqualTo(new Opening.Whole(1));
            assertThat(opened.members.get(0).content()).isEqualTo(photo);
            assertThat(opened.members.get(0).member().name()).isEmpty();
        }
    }

    @Test
    void aTarInItIsOpenedInOneGo() throws IOException {
        byte[] tar = Archives.tar(Map.of("a.jpg", noise(3_000)));
        for (Map.Entry<String, byte[]> file : all(tar).entrySet()) {
            Opened opened = Opened.of(file.getValue(), file.getKey());
            assertThat(opened.opening).as(file.getKey()).isEqualTo(new Opening.Whole(1));
            assertThat(opened.names()).containsExactly("a.jpg");
            assertThat(opened.members.get(0).content()).isEqualTo(noise(3_000));
        }
    }

    @Test
    void whatIsCutShortGivesWhatCameBefore() throws IOException {
        for (byte[] content : new byte[][] {noise(70_000), Archives.tar(Map.of("a.jpg", noise(70_000)))}) {
            for (Map.Entry<String, byte[]> file : all(content).entrySet()) {
                byte[] cut = Arrays.copyOf(file.getValue(), file.getValue().length / 2);
                Opened opened = Opened.of(cut, file.getKey());
                assertThat(opened.opening).as(file.getKey()).isInstanceOf(Opening.Damaged.class);
                // a block of bzip2 is there as a whole or not at all
                assertThat(opened.members).hasSize(file.getKey().contains("bzip2") ? 0 : 1);
                assertThat(opened.ends()).allSatisfy(end -> assertThat(end).isInstanceOf(MemberEnd.Damaged.class));
            }
        }
        byte[] cut = Arrays.copyOf(gzip(noise(70_000)), 40_000);
        assertThat(Opened.of(cut, GZIP).members.get(0).content().length).isGreaterThan(30_000);
    }

    @Test
    void everyByteBeforeTheDamageOfAGzipFileIsGiven() throws IOException {
        byte[] photo = noise(70_000);
        byte[] file = gzip(photo);
        byte[] changed = file.clone();
        changed[file.length - 8] ^= 1; // its checksum
        assertThat(Opened.of(changed, GZIP).members.get(0).content()).isEqualTo(photo);
        byte[] cut = Arrays.copyOf(file, file.length - 8);
        assertThat(Opened.of(cut, GZIP).members.get(0).content()).isEqualTo(photo);
        for (byte[] damaged : new byte[][] {changed, cut}) {
            assertThat(Opened.of(damaged, GZIP).ends()).hasOnlyElementsOfType(MemberEnd.Damaged.class);
        }
        byte[] small = gzip(utf8("test"));
        small[small.length - 1] ^= 1;
        assertThat(Opened.of(small, GZIP).texts()).containsExactly("test");
    }

    @Test
    void aGzipFileNamesItsContentInBytesAndInUtc() throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setFileName("Pr\u0081fung.jpg");
        parameters.setModificationInstant(Instant.parse("2013-08-21T02:30:00Z"));
        byte[] file = packed(utf8("test"), out -> new GzipCompressorOutputStream(out, parameters));
        Member member = Opened.of(file, GZIP).members.get(0).member();
        assertThat(member.name()).isEqualTo("Prüfung.jpg".getBytes("IBM437"));
        assertThat(member.modified()).isEqualTo(Instant.parse("2013-08-21T02:30:00Z"));
    }

    @Test
    void gzipFilesOneBehindAnotherAreOne() throws IOException {
        byte[] two = new Bytes().add(gzip(utf8("one "))).add(gzip(utf8("two"))).array();
        assertThat(Opened.of(two, GZIP).texts()).containsExactly("one two");
    }

    @Test
    void memoryForTheDictionaryEndsAt64Mebibytes() throws IOException {
        assertThat(Opened.of(xz(noise(10), 64 << 20), XZ).opening).isEqualTo(new Opening.Whole(1));
        assertThat(Opened.of(xz(noise(10), 96 << 20), XZ).opening)
                .isEqualTo(new Opening.Unsupported(0, Compression.TOO_LARGE));
    }

    @Test
    void aFrameOfOneSegmentIsItsOwnWindow() throws IOException {
        byte[] frame = zstd(new byte[8 << 20]);
        assertThat(Opened.of(frame, ZSTD).ends()).containsExactly(new MemberEnd.Whole());
        assertThat(Opened.of(zstd(new byte[(8 << 20) + 1]), ZSTD).opening)
                .isEqualTo(new Opening.Unsupported(0, "a zstd window of more than 8 MiB"));
        for (int sizeOfSize : new int[] {0x20, 0x60}) {
            int[] size = sizeOfSize == 0x20 ? new int[] {4} : new int[] {4, 0};
            byte[] small = new Bytes()
                    .add(0x28, 0xb5, 0x2f, 0xfd, sizeOfSize)
                    .add(size)
                    .array();
            byte[] content = noise(sizeOfSize == 0x20 ? 4 : 260);
            byte[] block = Bytes.of((content.length << 3) | 1, content.length >> 5, 0);
            byte[] file = new Bytes().add(small).add(block).add(content).array();
            assertThat(Opened.of(file, ZSTD).members.get(0).content()).isEqualTo(content);
        }
        byte[] endless = Bytes.of(0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0x80, 1, 0, 0);
        assertThat(Opened.of(endless, ZSTD).opening).isInstanceOf(Opening.Unsupported.class);
    }

    @Test
    void everyFrameOfZstdIsLookedAtAndWhatIsToBeSkippedIs() throws IOException {
        byte[] first = new Bytes().add(zstd(utf8("one "))).text("one ").array();
        byte[] skipped =
                new Bytes().add(0x5a, 0x2a, 0x4d, 0x18).little32(3).text("abc").array();
        byte[] second = new Bytes().add(zstd(utf8("two"))).text("two").array();
        byte[] all = new Bytes().add(first).add(skipped).add(second).array();
        assertThat(Opened.of(all, ZSTD).texts()).containsExactly("one two");
        byte[] large = new Bytes().add(first).add(zstd(new byte[9 << 20])).array();
        assertThat(Opened.of(large, ZSTD).opening)
                .isEqualTo(new Opening.Unsupported(0, "a zstd window of more than 8 MiB"));
        byte[] behindMore =
                new Bytes().add(zstd(noise(700))).add(noise(700)).add(large).array();
        assertThat(Opened.of(behindMore, ZSTD).ends())
                .containsExactly(new MemberEnd.Unsupported("a zstd window of more than 8 MiB"));
        byte[] dictionary = Bytes.of(0x28, 0xb5, 0x2f, 0xfd, 1, 0x58, 7, 1, 0, 0);
        assertThat(Opened.of(dictionary, ZSTD).opening)
                .isEqualTo(new Opening.Unsupported(0, "a zstd dictionary that is not in the file"));
    }

    @Test
    void whatZstdPacksByItselfComesBackWithItsChecksumCompared() throws IOException {
        byte[] content = Arrays.copyOf(noise(300_000), 900_000);
        byte[] file = packed(content, ZstdOutputStream::new);
        assertThat(Opened.of(file, ZSTD).members.get(0).content()).isEqualTo(content);
        file[file.length - 1] ^= 1;
        assertThat(Opened.of(file, ZSTD).ends()).hasOnlyElementsOfType(MemberEnd.Damaged.class);
        assertThat(Opened.of(Arrays.copyOf(file, file.length - 1), ZSTD).ends())
                .containsExactly(new MemberEnd.Damaged("cut short"));
    }

    @Test
    void aWindowOfZstdThatIsTooLargeIsNamed() throws IOException {
        byte[] frame = Bytes.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0x68, 0x21, 0, 0, 1, 2, 3, 4);
        assertThat(Opened.of(frame, "application/zstd").texts()).containsExactly("\1\2\3\4");
        frame[5] = 0x69;
        assertThat(Opened.of(frame, "application/zstd").opening)
                .isEqualTo(new Opening.Unsupported(0, "a zstd window of more than 8 MiB"));
    }
}
