package org.photoledger.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import org.photoledger.store.KnownName;

/**
 * How many of a source's known names are in a folder, with the sizes that are known. Nothing is opened, no link followed, and
 * what else is there does not count.
 */
record NamesPresent(long known, long there) {

    /** Of the names that are known, so many in a hundred must be there for a folder to be the source. */
    private static final int PERCENT = 90;

    static NamesPresent in(Path root, List<KnownName> names) {
        // folder by folder: cheaper on a disk that turns
        long there = names.stream()
                .sorted(Comparator.comparing(KnownName::path))
                .filter(name -> isIn(root, name))
                .count();
        return new NamesPresent(names.size(), there);
    }

    private static boolean isIn(Path root, KnownName name) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(name.path().in(root), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return !found.isDirectory() && (found.isRegularFile() ? found.size() : 0) == name.size();
        } catch (IOException e) {
            return false;
        }
    }

    boolean enough() {
        return 100 * there >= PERCENT * known;
    }

    String sentence() {
        return "only " + there + " of " + known + " known names are there with their sizes, and " + PERCENT
                + " % must be";
    }
}
