package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.report.PrintableText;

/**
 * Where a living run stands.
 *
 * @param step of the job
 * @param names seen by the inventory so far
 * @param awaiting files of the source that this launch has to examine; 0 before that is known
 * @param files settled in this launch, members of containers included; what is not settled yet a kill makes be done again
 * @param stepFiles looked at in this step, settled or not
 * @param bytes of the settled files
 * @param filesPerSecond over the last minute
 * @param bytesPerSecond over the last minute
 * @param photos of new content
 * @param copies photos whose bytes are recorded already
 * @param slowest path of what is in work for longest, null where nothing is
 * @param slowestSeconds how long
 */
record Progress(
        String step,
        long names,
        long awaiting,
        long files,
        long stepFiles,
        long bytes,
        double filesPerSecond,
        double bytesPerSecond,
        long photos,
        long copies,
        long quarantined,
        long unreadable,
        @Nullable String slowest,
        long slowestSeconds) {

    private static final double MEGABYTE = 1e6;

    /** What is told of a file in work only once it is in work for so long. */
    private static final long SLOW_SECONDS = 2;

    /** At the rate of the last minute; null where that tells nothing. */
    @Nullable
    Long secondsLeft() {
        boolean known = step.equals("examine") && awaiting > 0 && filesPerSecond > 0;
        return known ? (long) Math.ceil(Math.max(0, awaiting - stepFiles) / filesPerSecond) : null;
    }

    /** By name, as {@code status.json} and {@code --json} have it. */
    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("step", step);
        members.put("names", names);
        members.put("awaiting", awaiting);
        members.put("files", files);
        members.put("stepFiles", stepFiles);
        members.put("bytes", bytes);
        members.put("filesPerSecond", rounded(filesPerSecond));
        members.put("bytesPerSecond", Math.round(bytesPerSecond));
        members.put("secondsLeft", secondsLeft());
        members.put("photos", photos);
        members.put("copies", copies);
        members.put("quarantined", quarantined);
        members.put("unreadable", unreadable);
        members.put("slowest", slowest);
        members.put("slowestSeconds", slowestSeconds);
        return members;
    }

    private static double rounded(double rate) {
        return Math.round(rate * 10) / 10.0;
    }

    /** One line for people. */
    String line() {
        if (step.equals("inventory")) {
            return String.format(Locale.ROOT, "inventory: %,d names", names);
        }
        return step.equals("examine") || step.equals("open") ? work() : step;
    }

    private String work() {
        StringBuilder line = new StringBuilder(step).append(": ").append(done());
        if (filesPerSecond > 0) {
            line.append(
                    String.format(Locale.ROOT, ", %.1f files/s, %.1f MB/s", filesPerSecond, bytesPerSecond / MEGABYTE));
        }
        Long left = secondsLeft();
        line.append(left == null ? "" : ", " + time(left) + " left");
        line.append(String.format(Locale.ROOT, "; new %,d, duplicate %,d", photos, copies));
        line.append(count("quarantined", quarantined)).append(count("unreadable", unreadable));
        if (slowest != null && slowestSeconds >= SLOW_SECONDS) {
            line.append("; since ").append(slowestSeconds).append(" s: ").append(PrintableText.of(slowest));
        }
        return line.toString();
    }

    private String done() {
        return step.equals("examine") && awaiting > 0
                ? String.format(
                        Locale.ROOT, "%,d of %,d files (%d %%)", stepFiles, awaiting, 100 * stepFiles / awaiting)
                : String.format(Locale.ROOT, "%,d files", stepFiles);
    }

    private static String time(long seconds) {
        long minutes = (seconds + 59) / 60;
        if (seconds < 60) {
            return seconds + " s";
        }
        return minutes < 60
                ? minutes + " min"
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }

    private static String count(String outcome, long count) {
        return count == 0 ? "" : String.format(Locale.ROOT, ", %s %,d", outcome, count);
    }
}
