package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.digest.Sha256;
import org.photoledger.store.LostFiles;
import org.photoledger.store.RunCounts;
import org.photoledger.testing.Archives;
import org.photoledger.testing.OldTar;
import org.photoledger.testing.SmallPhotos;
import org.photoledger.text.PictureDocuments;

/** What containers are told by, and what becomes of members and findings when something is read again in its place. */
class ReadAgainIT {

    @TempDir
    private Path folder = Path.of("");

    private JobBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new JobBench(folder);
        SmallPhotos.leaveFew(bench.source());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private byte[] photo() throws IOException {
        return Files.readAllBytes(bench.source().resolve("day-00/photo-0000.jpg"));
    }

    @Test
    void picturesInBooksComicsAndOldTarsBecomeSourceFiles() throws IOException {
        byte[] mimetype = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
        Map<String, byte[]> book = new LinkedHashMap<>();
        book.put("mimetype", mimetype);
        book.put("OEBPS/cover.jpg", photo());
        bench.put("book.epub", Archives.storedZip(book));
        bench.put("comic.cbz", Archives.zip(Map.of("1.jpg", photo())));
        bench.put("comic.cbt", OldTar.of(Map.of("2.jpg", photo())));
        bench.put("nested.zip", Archives.zip(Map.of("any.bin", OldTar.of(Map.of("3.jpg", photo())))));
        bench.complete();
        for (String path : List.of(
                "book.epub!/OEBPS/cover.jpg", "comic.cbz!/1.jpg", "comic.cbt!/2.jpg", "nested.zip!/any.bin!/3.jpg")) {
            assertThat(bench.tables().query("select sha256 from source_file where path = '" + path + "'"))
                    .containsExactly(Sha256.of(photo()).hex());
        }
        assertThat(bench.tables().query("select media_type from source_file where path = 'book.epub'"))
                .containsExactly("application/epub+zip");
    }

    @Test
    void aMemberThatWasTooLargeIsTakenByTheNextImportUnderALargerLimit() throws IOException {
        Map<String, byte[]> members = new TreeMap<>(Map.of("a.bin", new byte[2 << 20], "b.jpg", photo()));
        bench.put("large.zip", Archives.zip(Map.of("in.zip", Archives.storedZip(members))));
        bench.put("larger.zip", Archives.zip(Map.of("c.bin", new byte[3 << 20])));
        bench.fileBytes((2 << 20) - 1);
        bench.complete();
        assertThat(bench.tables().outcome("large.zip!/in.zip")).isEqualTo("quarantined TOO_LARGE");
        bench.fileBytes(2_200_000);
        RunCounts counts = JobBench.counts(bench.complete());
        assertThat(bench.tables().outcome("large.zip")).isEqualTo("container");
        assertThat(bench.tables().outcome("large.zip!/in.zip")).isEqualTo("container");
        assertThat(bench.tables().outcome("large.zip!/in.zip!/a.bin")).isEqualTo("ignored NOT_A_PHOTO");
        assertThat(bench.tables().outcome("large.zip!/in.zip!/b.jpg")).isEqualTo("duplicate");
        assertThat(bench.tables().outcome("larger.zip!/c.bin")).isEqualTo("quarantined TOO_LARGE");
        assertThat(counts.found()).isEqualTo(3);
        assertThat(counts.unchanged()).isEqualTo(6);
        assertThat(JobBench.counts(bench.complete()).found()).isZero();
    }

    @Test
    void findingsOfALossGoWithIt() throws IOException {
        byte[] zip = Archives.zip(Map.of("a.jpg", photo()));
        bench.put("all.zip", zip);
        Path file = bench.source().resolve("all.zip");
        bench.run(new JobBench.Interference().at("open", () -> Moves.move(file, folder.resolve("away"))));
        assertThat(bench.tables().outcome("all.zip")).isEqualTo("unreadable VANISHED");
        // as of a medium that cannot be read any more
        bench.sql("insert into finding (source_file_id, ordinal, code, severity, detail, method, of_metadata)"
                + " select id, 0, 'MEMBERS_NOT_REACHED', 'WARNING', 'found 0 members, then: it cannot be read any more',"
                + " 'containers-1', false from source_file where path = 'all.zip'");
        Moves.move(folder.resolve("away"), file);
        bench.complete();
        assertThat(bench.tables().outcome("all.zip")).isEqualTo("container");
        assertThat(bench.tables().findings("all.zip")).isEmpty();
    }

    @Test
    void whatAPasswordOpensKeepsNoFindingTwice() throws IOException {
        byte[] locked = PictureDocuments.encryptedPdf("secret", photo());
        bench.put("outer.zip", wrongChecksum(Archives.storedZip(Map.of("locked.pdf", locked))));
        RunEnd end = bench.complete();
        assertThat(bench.tables().outcome("outer.zip!/locked.pdf")).isEqualTo("quarantined ENCRYPTED");
        assertThat(bench.tables().findings("outer.zip!/locked.pdf"))
                .containsExactly("MEMBER_DAMAGED: checksum differs");
        bench.again(end.run(), LostFiles.ENCRYPTED, List.of("secret"));
        assertThat(bench.tables().outcome("outer.zip!/locked.pdf")).isEqualTo("container");
        assertThat(bench.tables().findings("outer.zip!/locked.pdf"))
                .containsExactly("MEMBER_DAMAGED: checksum differs");
    }

    /** In the directory of a zip of one member. */
    private static byte[] wrongChecksum(byte[] zip) {
        byte[] wrong = zip.clone();
        int directory = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
        wrong[directory + 16] ^= 1;
        return wrong;
    }

    @Test
    void aMemberThatCameInPartIsCountedAsFound() throws IOException {
        byte[] tar = Archives.tar(Map.of("a.jpg", photo()));
        bench.put("cut.tar", Arrays.copyOf(tar, 512 + photo().length / 2));
        bench.complete();
        assertThat(bench.tables().findings("cut.tar"))
                .containsExactly("MEMBERS_NOT_REACHED: found 1 member, then: cut short");
        assertThat(bench.tables().findings("cut.tar!/a.jpg")).containsExactly("MEMBER_DAMAGED: cut short");
    }

    @Test
    void anEmptyFileHasTheDigestOfNothing() throws IOException {
        bench.put("empty.jpg", new byte[0]);
        bench.put("empty.zip", Archives.zip(Map.of("empty.txt", new byte[0])));
        bench.complete();
        String nothing = Sha256.of(new byte[0]).hex();
        assertThat(bench.tables().outcome("empty.jpg")).isEqualTo("ignored EMPTY");
        assertThat(bench.tables().query("select sha256 from source_file where reason = 'EMPTY'"))
                .hasSizeGreaterThan(1)
                .containsOnly(nothing);
        Path file = bench.source().resolve("empty.jpg");
        Files.createFile(bench.source().resolve("another.jpg"));
        bench.run(new JobBench.Interference().at("started", () -> Moves.move(file, folder.resolve("empty.jpg"))));
        assertThat(bench.tables().query("select path from v_absence")).containsExactly("empty.jpg");
        assertThat(bench.tables().query("select now_at from v_moved")).isEmpty();
    }
}
