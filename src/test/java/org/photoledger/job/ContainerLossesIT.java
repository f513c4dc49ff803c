package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.store.LostFiles;
import org.photoledger.store.RunCounts;
import org.photoledger.testing.Archives;
import org.photoledger.text.PictureDocuments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a container or a document says that is wrong, too large or locked, through the whole job: told, and no more lost than that. */
class ContainerLossesIT {

    private static final int CENTRAL_CRC = 16;
    private static final int CENTRAL_SIZE = 24;

    @TempDir
    private Path folder = Path.of("");

    private JobBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new JobBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private byte[] photo() throws IOException {
        return Files.readAllBytes(bench.source().resolve("day-00/photo-0000.jpg"));
    }

    private List<String> texts(String path) {
        return bench.tables()
                .query(
                        "select trim(both from replace(concat_ws(' ', d.text, d.problem), char(10), '')) from document_text d join source_file f"
                                + " on f.sha256 = d.sha256 where f.path = '" + path + "'");
    }

    /** A zip with a number in its directory changed, at this place in the entry of its first member. */
    private static byte[] lying(byte[] zip, int field, int value) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(bytes.getInt(zip.length - 6) + field, value);
        return bytes.array();
    }

    @Test
    void aDocumentLargerThanAFrameIsReadForItsTextToo() throws IOException {
        bench.frameBytes(2_048);
        bench.withText();
        byte[] rtf = PictureDocuments.rtf(photo());
        assertThat(rtf.length).isGreaterThan(2_048);
        bench.put("list.rtf", rtf);
        bench.put("nested.zip", Archives.zip(Map.of("other.rtf", PictureDocuments.rtf(new byte[4_000]))));
        bench.complete();
        assertThat(bench.tables().outcome("list.rtf")).isEqualTo("container");
        assertThat(texts("list.rtf")).containsExactly("a line");
        assertThat(texts("nested.zip!/other.rtf")).containsExactly("a line");
        assertThat(bench.home().resolve("spool")).isEmptyDirectory();
    }

    @Test
    void aDocumentLargerThanAnyFileSaysThatItsTextWasNotRead() throws IOException {
        bench.withText();
        bench.put("list.rtf", PictureDocuments.rtf(new byte[600_000]));
        bench.complete();
        assertThat(texts("list.rtf")).containsExactly("larger than import.file-bytes");
    }

    @Test
    void aContainerThatCameDamagedOutOfAnotherKeepsThatFinding() throws IOException {
        byte[] inner = Archives.tar(Map.of("a.txt", new byte[] {'a'}));
        bench.put("outer.zip", lying(Archives.zip(Map.of("inner.tar", inner)), CENTRAL_CRC, 0));
        byte[] deep = lying(Archives.zip(Map.of("in.tar", inner)), CENTRAL_CRC, 0);
        for (int depth = 1; depth < 5; depth++) {
            deep = Archives.zip(Map.of("in.zip", deep));
        }
        bench.put("deep.zip", deep);
        bench.complete();
        assertThat(bench.tables().outcome("outer.zip!/inner.tar")).isEqualTo("container");
        assertThat(bench.tables().findings("outer.zip!/inner.tar")).containsExactly("MEMBER_DAMAGED: checksum differs");
        String inmost = "deep.zip!/in.zip!/in.zip!/in.zip!/in.zip!/in.tar";
        assertThat(bench.tables().outcome(inmost)).isEqualTo("quarantined NESTED_TOO_DEEP");
        assertThat(bench.tables().findings(inmost)).hasSize(2).contains("MEMBER_DAMAGED: checksum differs");
    }

    @Test
    void aMemberThatSaysItIsLargerThanItIsCostsNoOtherOne() throws IOException {
        Map<String, byte[]> members = new TreeMap<>(Map.of("a.bin", new byte[4], "b.jpg", photo()));
        bench.put("lie.zip", lying(Archives.zip(members), CENTRAL_SIZE, (int) (3L << 30)));
        bench.complete();
        assertThat(bench.tables().outcome("lie.zip")).isEqualTo("container");
        assertThat(bench.tables().outcome("lie.zip!/a.bin")).isEqualTo("ignored NOT_A_PHOTO");
        assertThat(bench.tables().findings("lie.zip!/a.bin"))
                .containsExactly("MEMBER_DAMAGED: 4 bytes instead of the declared 3221225472");
        assertThat(bench.tables().outcome("lie.zip!/b.jpg")).isEqualTo("duplicate");
    }

    @Test
    void aMemberThatIsTooLargeIsCountedByItsBytesAndCostsNoOtherOne() throws IOException {
        Map<String, byte[]> members = new TreeMap<>(Map.of("a.bin", new byte[2 << 20], "b.jpg", photo()));
        bench.put("large.zip", Archives.zip(members));
        bench.complete();
        assertThat(bench.tables().outcome("large.zip!/a.bin")).isEqualTo("quarantined TOO_LARGE");
        assertThat(bench.tables()
                        .query("select cast(size as varchar) from source_file where path = 'large.zip!/a.bin'"))
                .containsExactly(Integer.toString(2 << 20));
        assertThat(bench.tables().outcome("large.zip!/b.jpg")).isEqualTo("duplicate");
    }

    @Test
    void textIsAddedToWhatAPasswordOpensAndWithoutItTheReasonIsThePassword() throws IOException {
        byte[] photo = photo();
        Files.delete(bench.source().resolve("day-00/photo-0000.jpg"));
        bench.put("locked.7z", Archives.sevenZip(Map.of("a.jpg", photo), "secret"));
        RunEnd locked = bench.complete();
        assertThat(bench.tables().query("select cast(size as varchar) from source_file where reason = 'ENCRYPTED'"))
                .containsExactly(Integer.toString(photo.length));
        RunEnd opened = bench.again(locked.run(), LostFiles.ENCRYPTED, List.of("secret"));

        assertThat(bench.textOf(opened.run(), List.of())).containsExactly("locked.7z!/a.jpg ENCRYPTED");
        assertThat(bench.tables().query("select distinct text_status from photo where text_status <> 'OFF'"))
                .isEmpty();
        assertThat(bench.textOf(opened.run(), List.of("secret"))).isEmpty();
        assertThat(bench.tables().query("select distinct text_status from photo where text_status <> 'OFF'"))
                .hasSize(1);
    }

    @Test
    void membersThatWereLostWithTheirContainerAreReadWhenItIsBackAndTheBooksClose() throws IOException {
        bench.put("all.zip", Archives.zip(Archives.filesOf(bench.source())));
        Path zip = bench.source().resolve("all.zip");
        StopRequest stop = new StopRequest();
        bench.run(stop, new JobBench.Interference().afterSettled(75, () -> stop.stop(ExitCode.TERMINATED)));
        JdbcClient.create(bench.database().dataSource())
                .sql(
                        "update source_file set outcome = 'pending', ledger_line = null where path = 'all.zip!/day-00/photo-0000.jpg'")
                .update();
        Moves.move(zip, folder.resolve("away"));
        assertThat(bench.complete().exitCode()).isEqualTo(ExitCode.COMPLETE_WITH_LOSSES);
        assertThat(bench.tables().outcome("all.zip")).isEqualTo("unreadable VANISHED");
        assertThat(bench.tables().outcome("all.zip!/day-00/photo-0000.jpg")).isEqualTo("unreadable VANISHED");
        List<String> before = bench.tables().query("select path from source_file where path like 'all.zip!/%'");
        assertThat(before).isNotEmpty().hasSizeLessThan(50);

        Moves.move(folder.resolve("away"), zip);
        RunCounts counts = JobBench.counts(bench.complete());
        assertThat(bench.tables().outcome("all.zip")).isEqualTo("container");
        assertThat(bench.tables().outcome("all.zip!/day-00/photo-0000.jpg")).isEqualTo("duplicate");
        assertThat(bench.tables()
                        .query("select distinct outcome from source_file where path like 'all.zip!/%' order by 1"))
                .containsExactly("duplicate", "ignored", "recorded");
        assertThat(counts.names()).isEqualTo(101);
        assertThat(counts.unchanged()).isEqualTo(50 + before.size() - 1);
        assertThat(JobBench.counts(bench.complete()).unchanged()).isEqualTo(101);
    }
}
