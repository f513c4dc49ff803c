package org.photoledger.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks a source in byte order of whole paths; opens nothing but directories and follows no link. */
public final class SourceScanner {

    private static final int TYPE_MASK = 0170000;
    private static final int FIFO = 0010000;
    private static final int SOCKET = 0140000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int BLOCK_DEVICE = 0060000;

    /** All names below the root, read lazily: one directory's listing per level is in memory. */
    public Iterator<ScannedName> scan(Path root) {
        return new Walk(root);
    }

    private static final class Walk implements Iterator<ScannedName> {

        private final Path root;
        private final Deque<Iterator<Entry>> levels = new ArrayDeque<>();
        private @Nullable ScannedName next;

        Walk(Path root) {
            this.root = root;
            enter(new Entry(root, SourcePath.between(root, root), true, null));
        }

        @Override
        public boolean hasNext() {
            while (next == null && !levels.isEmpty()) {
                Iterator<Entry> level = levels.peek();
                if (!level.hasNext()) {
                    levels.pop();
                    continue;
                }
                Entry entry = level.next();
                if (entry.folder) {
                    enter(entry);
                } else {
                    next = entry.name;
                }
            }
            return next != null;
        }

        @Override
        public ScannedName next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ScannedName name = next;
            next = null;
            return java.util.Objects.requireNonNull(name);
        }

        private void enter(Entry folder) {
            List<Entry> entries = new ArrayList<>();
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder.path)) {
                children.forEach(child -> entries.add(entry(child)));
            } catch (IOException | DirectoryIteratorException e) {
                // what was listed before the failure is kept, and the failure has a row of its own
                next = new ScannedName(folder.relative, 0, null, Reason.DIRECTORY_NOT_READABLE);
            }
            entries.sort(Comparator.comparing(Entry::order));
            levels.push(entries.iterator());
        }

        private Entry entry(Path path) {
            SourcePath relative = SourcePath.between(root, path);
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isDirectory()) {
                    return new Entry(path, relative, true, null);
                }
                boolean regular = attributes.isRegularFile();
                Reason reason = regular ? null : special(path, attributes);
                long size = regular ? attributes.size() : 0;
                ScannedName name = new ScannedName(
                        relative, size, attributes.lastModifiedTime().toInstant(), reason);
                return new Entry(path, relative, false, name);
            } catch (IOException e) {
                return new Entry(path, relative, false, new ScannedName(relative, 0, null, Reason.NOT_READABLE));
            }
        }
    }

    private static Reason special(Path path, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            return Reason.SYMBOLIC_LINK;
        }
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Reason.OTHER_SPECIAL_FILE;
        }
        int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return switch (mode & TYPE_MASK) {
            case FIFO -> Reason.FIFO;
            case SOCKET -> Reason.SOCKET;
            case CHARACTER_DEVICE, BLOCK_DEVICE -> Reason.DEVICE;
            default -> Reason.OTHER_SPECIAL_FILE;
        };
    }

    /** A directory entry; name is null exactly for a folder. */
    private record Entry(
            Path path,
            SourcePath relative,
            boolean folder,
            @Nullable ScannedName name) {

        /** A folder sorts as its name and a slash, so that the walk yields whole paths in byte order. */
        SourcePath order() {
            return folder ? relative.asFolder() : relative;
        }
    }
}
