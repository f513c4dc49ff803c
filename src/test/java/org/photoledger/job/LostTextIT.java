package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.sandbox.LosingWorkers;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.testing.Archives;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.SmallPhotos;
import org.photoledger.text.PictureDocuments;

/** Workers that are lost on the text of photos and documents, and sources that are gone when it is to be read: told, and nothing else is lost. */
class LostTextIT {

    private static final String LOST = "DOCUMENT_TEXT_LOST: workers were lost on its text: WORKER_DIED";

    @TempDir
    private Path folder = Path.of("");

    private JobBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new JobBench(folder);
        SmallPhotos.leaveFew(bench.source());
        bench.workers(LosingWorkers::pool);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A photo with some words behind its end. */
    private byte[] photo(int number, String words) throws IOException {
        Path file = bench.source().resolve("day-00/photo-00%02d.jpg".formatted(number * 20));
        return new Bytes().add(Files.readAllBytes(file)).text(words).array();
    }

    /** A document of a photo and a line with some words. */
    private byte[] document(String words) throws IOException {
        String rtf = new String(PictureDocuments.rtf(photo(0, "")), StandardCharsets.US_ASCII);
        return rtf.replace("a line", "a line " + words).getBytes(StandardCharsets.US_ASCII);
    }

    private void put(String name, byte[] content) {
        try {
            bench.put(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> outcomes(String pattern) {
        return bench.tables()
                .query("select concat_ws(' ', path, outcome, reason) from source_file where path like '" + pattern
                        + "' order by path");
    }

    private List<String> problems(String path) {
        return bench.tables()
                .query(
                        "select d.problem from document_text d join source_file f on f.sha256 = d.sha256 where f.path = '"
                                + path + "'");
    }

    @Test
    void aDocumentWhoseTextCostsItsWorkersIsOpenedAllTheSame() throws IOException {
        bench.withText();
        byte[] document = document(LosingWorkers.EXAMINING);
        bench.put("list.rtf", document);
        bench.put(
                "nested.zip",
                Archives.zip(Map.of(
                        "list.rtf",
                        (new String(document, StandardCharsets.US_ASCII) + " ").getBytes(StandardCharsets.US_ASCII))));
        bench.put("photo.jpg", photo(1, LosingWorkers.EXAMINING));
        bench.put("note.txt", LosingWorkers.EXAMINING.getBytes(StandardCharsets.US_ASCII));
        assertThat(bench.complete().exitCode()).isEqualTo(ExitCode.COMPLETE_WITH_LOSSES);

        for (String path : List.of("list.rtf", "nested.zip!/list.rtf")) {
            assertThat(outcomes(path)).containsExactly(path + " container");
            assertThat(bench.tables().findings(path)).containsExactly(LOST);
            assertThat(problems(path)).containsExactly("WORKER_DIED");
        }
        assertThat(outcomes("%list.rtf!/%")).hasSize(2).allMatch(row -> row.endsWith(" duplicate"));
        assertThat(outcomes("photo.jpg")).containsExactly("photo.jpg quarantined WORKER_DIED");
        assertThat(outcomes("note.txt")).containsExactly("note.txt quarantined WORKER_DIED");
    }

    @Test
    void aWorkerThatIsLostOnTextByARetryLeavesWhatIsRecordedAsItIs() throws IOException {
        bench.put("photo.jpg", photo(1, LosingWorkers.EXAMINING));
        Map<String, byte[]> members = new TreeMap<>();
        members.put("a.jpg", photo(1, LosingWorkers.EXAMINING + " a"));
        members.put("b.rtf", document(LosingWorkers.EXAMINING));
        members.put("c.zip", Archives.zip(Map.of("d.jpg", photo(1, "d"))));
        bench.put("members.zip", Archives.storedZip(members));
        bench.put("opened.zip", Archives.storedZip(Map.of("e.jpg", photo(1, LosingWorkers.OPENING))));
        bench.workers(WorkerPool::new);
        RunEnd end = bench.complete();
        List<String> before = outcomes("%");

        bench.workers(LosingWorkers::pool);
        assertThat(bench.textOf(end.run(), List.of()))
                .containsExactlyInAnyOrder(
                        "photo.jpg WORKER_DIED",
                        "members.zip!/a.jpg WORKER_DIED",
                        "members.zip!/b.rtf WORKER_DIED",
                        "opened.zip!/e.jpg WORKER_DIED");
        assertThat(outcomes("%")).isEqualTo(before);
        assertThat(bench.home().resolve("spool")).isEmptyDirectory();
    }

    @Test
    void whatIsGoneOrChangedWhenItsTextIsToBeReadIsTold() throws IOException {
        for (String name : List.of("gone", "changed", "photo")) {
            bench.put(name + ".zip", Archives.zip(Map.of(name + ".jpg", photo(1, name))));
        }
        bench.put("photo.jpg", photo(1, "the file"));
        RunEnd end = bench.complete();
        byte[] other = Archives.zip(Map.of("other", new byte[2]));
        JobBench.Interference events = new JobBench.Interference().at("examine", () -> {
            Moves.move(bench.source().resolve("photo.jpg"), folder.resolve("photo.jpg"));
            Moves.move(bench.source().resolve("gone.zip"), folder.resolve("gone.zip"));
            put("changed.zip", other);
        });
        bench.textOf(end.run(), List.of(), events);
        assertThat(events.losses())
                .containsExactlyInAnyOrder(
                        "photo.jpg VANISHED",
                        "gone.zip!/gone.jpg VANISHED",
                        "changed.zip!/changed.jpg CONTENT_CHANGED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSourceThatGoesAwayFromARetryFailsItAndTellsNoLosses(boolean inContainer) throws IOException {
        if (inContainer) {
            byte[] all = Archives.zip(Archives.filesOf(bench.source()));
            Moves.move(bench.source(), folder.resolve("folders"));
            Moves.makeFolder(bench.source());
            bench.put("all.zip", all);
        }
        RunEnd end = bench.complete();
        JobBench.Interference events =
                new JobBench.Interference().at("examine", () -> Moves.move(bench.source(), folder.resolve("away")));
        RunEnd retry = bench.textOf(end.run(), List.of(), events);
        assertThat(retry.reason()).isEqualTo("SOURCE_LOST");
        assertThat(events.losses()).isEmpty();
        Moves.move(folder.resolve("away"), bench.source());
        assertThat(bench.tables().query("select distinct text_status from photo"))
                .containsExactly("OFF");
    }
}
