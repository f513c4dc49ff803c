package org.photoledger.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names come in byte order of whole paths, the same at every walk. */
class SourceScannerTest {

    @TempDir
    private Path root = Path.of("");

    private List<ScannedName> scan() {
        List<ScannedName> names = new ArrayList<>();
        new SourceScanner().scan(root).forEachRemaining(names::add);
        return names;
    }

    private void file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.writeString(file, path);
    }

    @Test
    void namesComeInByteOrderOfWholePaths() throws IOException {
        for (String path : List.of("b/z.jpg", "b.jpg", "b0.jpg", "a/2/x", "a/10/x", "é.jpg", "Z.jpg", "b-1/x")) {
            file(path);
        }
        Files.createDirectories(root.resolve("empty/deep"));
        List<ScannedName> names = scan();
        assertThat(names)
                .extracting(name -> name.path().text())
                .containsExactly("Z.jpg", "a/10/x", "a/2/x", "b-1/x", "b.jpg", "b/z.jpg", "b0.jpg", "é.jpg");
        assertThat(names).extracting(ScannedName::path).isSorted();
        assertThat(scan()).isEqualTo(names);
    }

    @Test
    void sizesAreTheFilesAndLinksAreNotFollowed() throws IOException {
        file("a");
        Files.createSymbolicLink(root.resolve("up"), root);
        assertThat(scan()).satisfiesExactly(first -> assertThat(first.size()).isEqualTo(1), second -> {
            assertThat(second.reason()).isEqualTo(Reason.SYMBOLIC_LINK);
            assertThat(second.size()).isZero();
        });
    }
}
