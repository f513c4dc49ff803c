package org.photoledger.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/** A file is read once, digested on the way, and never followed, written or opened where it is no regular file. */
class SourceReaderTest {

    private static final byte[] TEN = "0123456789".getBytes(StandardCharsets.US_ASCII);
    private static final String MD5_OF_TEN = "781e5e245d69b566979b86e28d23f2c7";
    private static final String SHA1_OF_TEN = "87acec17cd9dcd20a716cc2cf67417b71c8a7016";

    @TempDir
    private Path folder = Path.of("");

    private Path file = folder;
    private Path spool = folder;

    @BeforeEach
    void aFileOfTenBytes() throws IOException {
        file = Files.write(folder.resolve("file"), TEN);
        spool = Files.createDirectory(folder.resolve("spool"));
    }

    private Reading read(int frameBytes, long fileBytes) {
        return new SourceReader(spool, frameBytes, fileBytes, false).read(file, 7);
    }

    @Test
    void aFileUpToTheFrameLimitIsReadIntoMemory() {
        assertThat(read(10, 100)).isInstanceOfSatisfying(Reading.Content.class, content -> {
            assertThat(content.bytes()).isEqualTo(TEN);
            assertThat(content.spooled()).isNull();
            assertThat(content.sha256()).isEqualTo(Sha256.of(TEN));
            assertThat(content.sha1()).isEqualTo(SHA1_OF_TEN);
            assertThat(content.findings()).isEmpty();
        });
    }

    @Test
    void aLargerFileIsCopiedPrivatelyUnderANumber() {
        assertThat(read(9, 100)).isInstanceOfSatisfying(Reading.Content.class, content -> {
            Path copy = Objects.requireNonNull(content.spooled());
            assertThat(copy).isEqualTo(spool.resolve("7")).hasBinaryContent(TEN);
            assertThat(content.bytes()).isEmpty();
            assertThat(content.sha256()).isEqualTo(Sha256.of(TEN));
            assertThat(content.sha1()).isEqualTo(SHA1_OF_TEN);
            assertThat(content.size()).isEqualTo(10);
        });
    }

    @Test
    void md5IsMadeOfTheSameBytesOnlyWhereItIsAskedFor() {
        for (int frameBytes : new int[] {9, 10}) {
            assertThat(new SourceReader(spool, frameBytes, 100, true).read(file, 7))
                    .isInstanceOfSatisfying(Reading.Content.class, content -> {
                        assertThat(content.md5()).isEqualTo(MD5_OF_TEN);
                        assertThat(content.sha1()).isEqualTo(SHA1_OF_TEN);
                        assertThat(content.sha256()).isEqualTo(Sha256.of(TEN));
                    });
            assertThat(read(frameBytes, 100))
                    .isInstanceOfSatisfying(
                            Reading.Content.class,
                            content -> assertThat(content.md5()).isNull());
        }
    }

    @Test
    void theSpooledCopyIsForItsOwnerAlone() throws IOException {
        read(9, 100);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spool.resolve("7"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileOverTheLimitIsNotRead() {
        assertThat(read(5, 10)).isInstanceOf(Reading.Content.class);
        assertThat(read(5, 9)).isEqualTo(new Reading.Failed(Reason.TOO_LARGE));
    }

    @Test
    void whatIsGoneOrNoLongerAFileIsTold() throws IOException {
        Files.delete(file);
        assertThat(read(10, 100)).isEqualTo(new Reading.Failed(Reason.VANISHED));
        Files.createSymbolicLink(file, spool);
        assertThat(read(10, 100)).isEqualTo(new Reading.Failed(Reason.SYMBOLIC_LINK));
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(read(10, 100)).isEqualTo(new Reading.Failed(Reason.OTHER_SPECIAL_FILE));
    }

    /** So large that its reading lasts while another thread writes. */
    private void grow() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(48 << 20);
        }
    }

    private void append() {
        try {
            Files.write(file, TEN, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tried with the second attempt taken out of read: the finding is there, and the digest is of what no longer is. */
    @Test
    void aFileThatChangesOnceIsReadAgain() throws Exception {
        grow();
        Path copy = spool.resolve("7");
        Thread writer = new Thread(() -> {
            while (copy.toFile().length() == 0) {
                Thread.onSpinWait();
            }
            append();
        });
        writer.start();
        Reading reading = read(1 << 20, 1 << 30);
        writer.join();
        assertThat(reading).isInstanceOfSatisfying(Reading.Content.class, content -> {
            assertThat(content.findings()).isEmpty();
            assertThat(content.size()).isEqualTo((48 << 20) + TEN.length);
            assertThat(content.sha256()).isEqualTo(digestOf(file)).isEqualTo(digestOf(copy));
        });
    }

    /**
     * Tried by taking no file for changed: none of the three had the finding. By taking the attributes after the reading for those before:
     * the copy in the spool had none, while the other two were told by the bytes that came.
     */
    @Test
    void aFileThatChangesAtEachReadingIsToldByAFindingAndKeptAsItWasRead() throws Exception {
        grow();
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!enough.get()) {
                append();
                LockSupport.parkNanos(100_000);
            }
        });
        writer.start();
        Reading spooled = read(1 << 20, 1 << 30);
        Reading inMemory = read(1 << 30, 1 << 30);
        Reading digested = new SourceReader(spool, 1 << 20, 1 << 30, false).digest(file);
        enough.set(true);
        writer.join();
        assertThat(List.of(spooled, inMemory, digested))
                .allSatisfy(reading -> assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.Content.class,
                                content -> assertThat(content.findings())
                                        .extracting(Finding::code)
                                        .containsExactly(FindingCode.FILE_CHANGED_WHILE_READ)));
        Reading.Content kept = (Reading.Content) spooled;
        assertThat(kept.sha256()).isEqualTo(digestOf(spool.resolve("7")));
        Reading.Content bytes = (Reading.Content) inMemory;
        assertThat(bytes.sha256()).isEqualTo(Sha256.of(bytes.bytes()));
    }

    private static Sha256 digestOf(Path path) {
        try {
            return Sha256.of(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
