package org.photoledger.testing.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files made to break whoever reads them: bombs, loops, offsets that point nowhere, files of two types, texts that are code,
 * names that are no text; the same bytes each time. {@code main(folder)} writes them to be imported by hand, with so many
 * mutations of each base file where a second argument says so.
 */
public final class HostileCorpus {

    private static final long SEED = 20_130_405;

    private HostileCorpus() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        write(folder);
        writeCuts(folder);
        writeMutations(folder, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0);
    }

    /** What was made by hand, each for a weakness of its own. */
    public static int write(Path folder) throws IOException {
        GigabyteOfZeros zeros = new GigabyteOfZeros();
        List<HostileFile> files = new ArrayList<>();
        files.addAll(GiantPictures.all(zeros));
        files.addAll(LoopingOffsets.all());
        files.addAll(HostileMarkup.all());
        files.addAll(HostileArchives.all(zeros));
        files.addAll(LyingFiles.all());
        files.addAll(HostileTexts.all());
        files.addAll(HostileNames.all());
        int written = written(folder, files);
        HostileNames.writeSpecial(folder);
        return written;
    }

    /** Every base file, whole and cut at each boundary of its segments. */
    public static int writeCuts(Path folder) throws IOException {
        List<HostileFile> files = new ArrayList<>();
        BaseFiles.all().forEach((name, content) -> files.add(HostileFile.of("base/" + name, content)));
        files.addAll(Truncations.of(BaseFiles.all()));
        return written(folder, files);
    }

    /** So many of each base file. */
    public static int writeMutations(Path folder, int each) throws IOException {
        return written(folder, Mutations.of(BaseFiles.all(), each, SEED));
    }

    private static int written(Path folder, List<HostileFile> files) throws IOException {
        Path root = Files.createDirectories(folder).toAbsolutePath();
        int written = 0;
        for (HostileFile file : files) {
            try {
                file.write(root);
                written++;
            } catch (IOException e) {
                // not every file system takes any bytes for a name
                System.err.println("left out: " + file.path().text());
            }
        }
        return written;
    }
}
