package org.photoledger.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.photoledger.source.Outcome;
import org.photoledger.store.FileRow;

/** Counts files by the folder or the container that they stand in. */
public final class FolderCounts {

    private static final int FILES = 0;
    private static final int PHOTOS = 1;
    private static final int LOST = 2;

    private final Map<String, long[]> folders = new TreeMap<>();

    /** Counts a file. */
    public void add(FileRow file) {
        long[] counts = folders.computeIfAbsent(folderOf(file.path()), folder -> new long[3]);
        counts[FILES]++;
        if (file.outcome() == Outcome.RECORDED || file.outcome() == Outcome.DUPLICATE) {
            counts[PHOTOS]++;
        } else if (file.outcome() == Outcome.QUARANTINED || file.outcome() == Outcome.UNREADABLE) {
            counts[LOST]++;
        }
    }

    private static String folderOf(String path) {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(0, end);
    }

    /** By name. */
    public List<RunReport.FolderCount> counts() {
        return folders.entrySet().stream()
                .map(folder -> new RunReport.FolderCount(
                        folder.getKey(), folder.getValue()[FILES], folder.getValue()[PHOTOS], folder.getValue()[LOST]))
                .toList();
    }
}
