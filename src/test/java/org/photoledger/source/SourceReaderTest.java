package org.photoledger.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.digest.Sha256;

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
}
