package org.photoledger.similarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Frames of films that a camera took without being moved, half a second or a second apart: other moments of one scene. */
final class StaticCamera {

    private final Path folder;

    StaticCamera(Path folder) {
        this.folder = folder;
    }

    void print() throws IOException {
        MomentTally.print("tree, 2 frames a second", frames("tree"));
        MomentTally.print("vtest, 1 frame a second", frames("vtest"));
    }

    private List<LookAlikes.Numbered> frames(String film) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("frames").resolve(film))) {
            return files.sorted().map(StaticCamera::frame).toList();
        }
    }

    private static LookAlikes.Numbered frame(Path file) {
        try {
            return new LookAlikes.Numbered(
                    EvaluatedPhoto.of(file.toString(), Files.readAllBytes(file), "image/jpeg"), List.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
