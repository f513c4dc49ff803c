package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.source.SourcePath;
import org.photoledger.store.KnownName;

class NamesPresentTest {

    @TempDir
    private Path folder = Path.of("");

    private static KnownName name(String path, long size) {
        return new KnownName(SourcePath.ofBytes(path.getBytes(StandardCharsets.UTF_8)), size);
    }

    private void write(String name, int size) throws IOException {
        Files.write(folder.resolve(name), new byte[size]);
    }

    @Test
    void ninetyInAHundredAreEnoughAndEightyNineAreNot() throws IOException {
        List<KnownName> known =
                IntStream.range(0, 100).mapToObj(at -> name("f" + at, at)).toList();
        for (int at = 0; at < 89; at++) {
            write("f" + at, at);
        }
        NamesPresent few = NamesPresent.in(folder, known);
        assertThat(few.enough()).isFalse();
        assertThat(few.sentence()).contains("89 of 100");
        write("f89", 89);
        assertThat(NamesPresent.in(folder, known).enough()).isTrue();
    }

    @Test
    void whatIsNewDoesNotCount() throws IOException {
        write("known", 3);
        for (int at = 0; at < 50; at++) {
            write("new-" + at, 1);
        }
        assertThat(NamesPresent.in(folder, List.of(name("known", 3)))).isEqualTo(new NamesPresent(1, 1));
    }

    @Test
    void aFileOfAnotherSizeIsNotTheOneThatIsKnown() throws IOException {
        write("a", 3);
        assertThat(NamesPresent.in(folder, List.of(name("a", 4))).there()).isZero();
    }

    @Test
    void aFolderOfThatNameIsNoFileAndALinkIsNotFollowed() throws IOException {
        Files.createDirectory(folder.resolve("was-empty-file"));
        write("target", 3);
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
        assertThat(NamesPresent.in(folder, List.of(name("was-empty-file", 0), name("link", 3)))
                        .there())
                .isZero();
        assertThat(NamesPresent.in(folder, List.of(name("link", 0))).there()).isEqualTo(1);
    }

    @Test
    void aSourceOfWhichNothingIsKnownIsAnyFolder() {
        assertThat(NamesPresent.in(folder, List.of()).enough()).isTrue();
    }
}
