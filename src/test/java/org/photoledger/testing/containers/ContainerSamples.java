package org.photoledger.testing.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.photoledger.source.SourcePath;

/**
 * Writes a folder of containers and a README.md that says what an import makes of each member: {@code main(folder)}. The
 * same bytes each time on the same Java.
 */
public final class ContainerSamples {

    private final List<Made> files = new ArrayList<>();

    private ContainerSamples() {}

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    /** Into a folder that is there or not. */
    public static void write(Path folder) throws IOException {
        List<Made> files = all();
        Path root = Files.createDirectories(folder).toAbsolutePath();
        for (Made file : files) {
            // not by its text: what may stand in a path depends on the locale
            Path path = SourcePath.ofBytes(file.name().bytes()).in(root);
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
        Files.write(root.resolve("README.md"), ContainersReadme.of(ExpectedRows.of(files)));
    }

    private static List<Made> all() throws IOException {
        ContainerSamples made = new ContainerSamples();
        made.photos();
        made.kinds();
        made.nested();
        made.files.addAll(DocumentFiles.all());
        made.files.addAll(OddArchives.all());
        made.files.addAll(CutArchives.all());
        return made.files;
    }

    private void photos() {
        Photos.all(1).forEach((ending, photo) -> files.add(Made.photo("photos/photo." + ending, photo)));
    }

    /** One of each kind, with photos of the formats in turn and something that is none. */
    private void kinds() {
        Roll photos = new Roll(2);
        for (Kind kind : Kind.values()) {
            List<Made> members = new ArrayList<>(photos.next(kind));
            members.add(Made.note("notes.txt"));
            files.add(kind.of(Name.of("kinds/فرع ٢١٥." + kind.ending()), members));
        }
    }

    /** Each kind in the one before it and that in the one before, so that each is outermost, middle and inmost once. */
    private void nested() {
        Roll photos = new Roll(3);
        Kind[] kinds = Kind.values();
        for (int at = 0; at < kinds.length; at++) {
            Kind inner = kinds[at];
            Kind middle = kinds[(at + kinds.length - 1) % kinds.length];
            Kind outer = kinds[(at + kinds.length - 2) % kinds.length];
            Made inmost = inner.of(Name.of("داخل." + inner.ending()), photos.next(inner));
            Made between = middle.of("middle." + middle.ending(), inmost, Made.photo("وسط.jpg", Photos.jpeg(100 + at)));
            files.add(
                    outer.of("nested/outer." + outer.ending(), between, Made.photo("خارج.jpg", Photos.jpeg(200 + at))));
        }
    }
}
