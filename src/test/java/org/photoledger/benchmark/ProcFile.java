package org.photoledger.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What Linux tells of a process and of the whole machine; 0 for a process that has ended. */
final class ProcFile {

    /** Linux tells times to programs in hundredths of a second on all its platforms. */
    private static final long TICK_MILLIS = 10;

    private static final int USER = 11;
    private static final int CHILDREN = 13;
    private static final int TIMES = 2;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int ALL_KINDS = 8;

    private ProcFile() {}

    /** CPU time of a process alone, user and system. */
    static long cpuMillis(long process) {
        return times(Long.toString(process), USER);
    }

    /** CPU time of all processes that this one started and that have ended, and of theirs. */
    static long childrenCpuMillis() {
        return times("self", CHILDREN);
    }

    private static long times(String process, int from) {
        String stat = text("/proc/" + process + "/stat");
        if (stat.isEmpty()) {
            return 0;
        }
        // the program's name, in brackets, may hold anything
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return TICK_MILLIS
                * Arrays.stream(words)
                        .skip(from)
                        .limit(TIMES)
                        .mapToLong(Long::parseLong)
                        .sum();
    }

    /** The most memory that a process ever held, in bytes. */
    static long mostMemory(long process) {
        return text("/proc/" + process + "/status")
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    /** CPU time that all processes of the machine took since its start. */
    static long machineBusyMillis() {
        String[] words = text("/proc/stat")
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("cpu +", "")
                .split(" ", -1);
        long busy = 0;
        for (int kind = 0; kind < Math.min(ALL_KINDS, words.length); kind++) {
            busy += kind == IDLE || kind == WAITING ? 0 : Long.parseLong(words[kind]);
        }
        return TICK_MILLIS * busy;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }
}
