package org.photoledger.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.RecordedFile;
import org.photoledger.text.DocumentReader;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the files of a run that lack a part, page by page; one that has it is not among them any more. */
final class RetriedFileReader implements ItemReader<RetriedItem>, AutoCloseable {

    private final Opener opener;
    private final int pageSize;
    private final Deque<RetriedPart.Files> files;
    private final Deque<RecordedFile> page = new ArrayDeque<>();
    private final Set<Long> rootsGoneThrough = new HashSet<>();
    private @Nullable RetriedMembers members;
    private long lastId;

    RetriedFileReader(RetriedPart part, Opener opener, int pageSize) {
        this.files = new ArrayDeque<>(part.files());
        this.opener = opener;
        this.pageSize = pageSize;
    }

    @Override
    public @Nullable RetriedItem read() {
        while (!opener.stop().requested()) {
            RetriedItem member = members == null ? null : members.next();
            if (member != null) {
                return member;
            }
            close();
            RecordedFile file = nextFile();
            if (file == null || file.member() == null) {
                return file == null ? null : new RetriedItem(file, null, null);
            }
            enter(file.member().rootId());
        }
        return null;
    }

    /** The first member of a container that comes by brings all others of it. */
    private void enter(long root) {
        if (rootsGoneThrough.add(root)) {
            members = new RetriedMembers(
                    opener,
                    opener.containers().byId(root),
                    readable(files.element().after(root, 0, Integer.MAX_VALUE)));
        }
    }

    private @Nullable RecordedFile nextFile() {
        while (page.isEmpty() && !files.isEmpty()) {
            nextPage(files.element());
        }
        return page.poll();
    }

    private void nextPage(RetriedPart.Files kind) {
        List<RecordedFile> read = kind.after(0, lastId, pageSize);
        if (read.isEmpty()) {
            files.remove();
            rootsGoneThrough.clear();
            lastId = 0;
            return;
        }
        lastId = read.get(read.size() - 1).id();
        page.addAll(readable(read));
    }

    private static List<RecordedFile> readable(List<RecordedFile> read) {
        return read.stream()
                .filter(file -> file.photo() || DocumentReader.reads(file.mediaType()))
                .toList();
    }

    @Override
    public void close() {
        if (members != null) {
            members.close();
            members = null;
        }
    }
}
