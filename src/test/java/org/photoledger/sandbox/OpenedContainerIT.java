package org.photoledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photoledger.container.Member;
import org.photoledger.container.Opening;
import org.photoledger.image.ImageBytes;
import org.photoledger.source.Reason;

/** A container in real worker processes, and what can befall them in the middle of a member. */
class OpenedContainerIT {

    private final byte[] bytes = new byte[FaultyOpener.BYTES];

    @TempDir
    private Path folder = Path.of("");

    OpenedContainerIT() {
        new Random(7).nextBytes(bytes);
    }

    private WorkerPool pool() {
        return pool(Duration.ofSeconds(20));
    }

    private WorkerPool pool(Duration patience) {
        WorkerSettings settings = new WorkerSettings(
                1,
                patience,
                64,
                256,
                1 << 20,
                2,
                folder.resolve("workers"),
                Confinement.off(),
                ExaminationSettings.defaults());
        return new WorkerPool(settings, FaultyWorker.class.getName(), FaultyOpener.class.getName());
    }

    private static final class Contents implements OpenedContainer.ContentSink {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public boolean content(byte[] piece) {
            kept.writeBytes(piece);
            return true;
        }

        @Override
        public void restart() {
            kept.reset();
        }
    }

    private record Read(List<String> names, List<byte[]> contents, ContainerEnd end) {}

    private Read read(WorkerPool pool, SeekableByteChannel channel, String command, String... passwords) {
        List<String> names = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        try (OpenedContainer container = pool.open(0, channel, bytes.length, command, List.of(passwords))) {
            for (Member member = container.next(); member != null; member = container.next()) {
                names.add(new String(member.name(), java.nio.charset.StandardCharsets.US_ASCII));
                Contents sink = new Contents();
                if (container.take(sink) != null) {
                    contents.add(sink.kept.toByteArray());
                }
            }
            return new Read(names, contents, container.end());
        }
    }

    private Read read(WorkerPool pool, String command) {
        return read(pool, ImageBytes.of(bytes).channel(), command);
    }

    @Test
    void membersArriveWholeAndTheWorkerIsKeptForTheNextContainer() {
        try (WorkerPool pool = pool()) {
            for (int round = 0; round < 2; round++) {
                Read read = read(pool, "NOTHING");
                assertThat(read.names).containsExactly("a", "b", "c");
                assertThat(read.contents)
                        .hasSize(3)
                        .allSatisfy(content -> assertThat(content).isEqualTo(bytes));
                assertThat(read.end).isEqualTo(new ContainerEnd.Opened(new Opening.Whole(3), "x/y", 1));
            }
            assertThat(pool.statistics().started()).isEqualTo(2);
        }
    }

    @Test
    void aWorkerThatDiesOnceCostsAnAttemptAndTheSecondGoesOnWhereItWas() {
        try (WorkerPool pool = pool()) {
            Read read = read(pool, "DIE_ONCE " + folder.resolve("mark"));
            assertThat(read.names).containsExactly("a", "b", "c");
            assertThat(read.contents)
                    .hasSize(3)
                    .allSatisfy(content -> assertThat(content).isEqualTo(bytes));
            assertThat(read.end.attempts()).isEqualTo(2);
            assertThat(pool.statistics().lost()).containsEntry(Reason.WORKER_DIED, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"DIE, WORKER_DIED", "GARBAGE, WORKER_DIED", "READ_AGAIN, WORKER_DIED"})
    void twoLostWorkersEndTheContainerBehindTheLastWholeMember(String command, Reason reason) {
        try (WorkerPool pool = pool()) {
            Read read = read(pool, command);
            assertThat(read.names).containsExactly("a", "b");
            assertThat(read.contents).hasSize(1);
            assertThat(read.end).isEqualTo(new ContainerEnd.Lost(reason, 2));
            assertThat(read(pool, "NOTHING").end).isInstanceOf(ContainerEnd.Opened.class);
        }
    }

    @Test
    void eachPasswordThatIsTriedAllowsToReadTheContainerOnceMore() {
        try (WorkerPool pool = pool()) {
            String command = "READ_TIMES 120";
            assertThat(read(pool, command).end).isEqualTo(new ContainerEnd.Lost(Reason.WORKER_DIED, 2));
            String[] twenty = Collections.nCopies(20, "wrong").toArray(String[]::new);
            Read read = read(pool, ImageBytes.of(bytes).channel(), command, twenty);
            assertThat(read.end).isEqualTo(new ContainerEnd.Opened(new Opening.Whole(3), "x/y", 1));
        }
    }

    @Test
    void aWorkerThatSaysNothingForTheWholeDeadlineIsLost() {
        try (WorkerPool pool = pool(Duration.ofSeconds(4))) {
            assertThat(read(pool, "HANG").end).isEqualTo(new ContainerEnd.Lost(Reason.DEADLINE, 2));
        }
    }

    @Test
    void skippedMembersAreNotSentAndAWorkerLostAfterThemGoesOnBehindThem() {
        try (WorkerPool pool = pool();
                OpenedContainer container = pool.open(
                        0,
                        ImageBytes.of(bytes).channel(),
                        bytes.length,
                        "DIE_ONCE " + folder.resolve("mark"),
                        List.of())) {
            assertThat(Objects.requireNonNull(container.next()).index()).isZero();
            container.skip();
            assertThat(Objects.requireNonNull(container.next()).index()).isEqualTo(1);
            assertThat(container.take(new Contents())).isNotNull();
            assertThat(Objects.requireNonNull(container.next()).index()).isEqualTo(2);
            container.skip();
            assertThat(container.next()).isNull();
            assertThat(container.end().attempts()).isEqualTo(2);
        }
    }

    @Test
    void aFileThatIsShorterThanItWasIsUnreadableAndNoWorkersFault() throws IOException {
        Path file = Files.write(folder.resolve("short"), new byte[1_000]);
        try (WorkerPool pool = pool();
                SeekableByteChannel channel = Files.newByteChannel(file)) {
            assertThat(read(pool, channel, "NOTHING").end).isEqualTo(new ContainerEnd.SourceUnreadable(1));
            assertThat(pool.statistics().lost()).isEmpty();
        }
    }

    @Test
    void aTakerWhoWantsNoMoreBreaksOff() {
        try (WorkerPool pool = pool();
                OpenedContainer container =
                        pool.open(0, ImageBytes.of(bytes).channel(), bytes.length, "NOTHING", List.of())) {
            container.next();
            OpenedContainer.ContentSink enough = new OpenedContainer.ContentSink() {
                @Override
                public boolean content(byte[] piece) {
                    return false;
                }

                @Override
                public void restart() {}
            };
            assertThat(container.take(enough)).isNull();
            assertThat(container.next()).isNull();
            assertThat(container.end()).isEqualTo(new ContainerEnd.Broken(1));
        }
    }
}
