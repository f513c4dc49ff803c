package org.photoledger.benchmark;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where CPU time goes in parent and workers, by async-profiler: every five milliseconds of CPU time of each thread one stack.
 * The parent has it from its start, a worker from the moment at which it is seen, so that its start is not in it.
 */
final class Sampling {

    private static final int INTERVAL_MILLIS = 5;

    /** Standard output is the protocol's, here and there. */
    private static final String QUIET = "log=stderr,loglevel=error";

    private static final String HOW = "event=ctimer,threads,interval=" + INTERVAL_MILLIS + "ms," + QUIET;

    private final Path folder;
    private final Path library;
    private final Set<Long> workers = ConcurrentHashMap.newKeySet();

    Sampling(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.library = folder.resolve("libasyncProfiler.so");
        String platform = System.getProperty("os.arch").equals("aarch64") ? "linux-arm64" : "linux-x64";
        try (InputStream in = Sampling.class.getResourceAsStream("/" + platform + "/" + library.getFileName())) {
            Files.write(
                    library,
                    Objects.requireNonNull(in, "async-profiler is in the profile benchmark")
                            .readAllBytes());
        }
    }

    /** Options of the parent's Java. */
    String options() {
        return "-agentpath:" + library + "=start," + HOW + "," + output("parent");
    }

    private String output(String name) {
        return "collapsed,file=" + folder.resolve(name + ".collapsed");
    }

    void attach(long worker) {
        if (workers.add(worker)) {
            command(worker, "start," + HOW);
        }
    }

    /** Workers are killed at their end, so that what was seen of them must be asked for before. */
    void dumpWorkers() {
        workers.forEach(worker -> command(worker, "dump," + QUIET + "," + output("worker-" + worker)));
    }

    /** A worker that has ended meanwhile tells nothing. */
    private void command(long process, String words) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process));
            try {
                machine.loadAgentPath(library.toString(), words);
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            workers.remove(process);
        }
    }

    /** Milliseconds of CPU time by part, all processes together. */
    Map<Part, Double> parts() throws IOException {
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".collapsed")).toList()) {
                try (Stream<String> stacks = Files.lines(file)) {
                    stacks.forEach(line -> count(line, parts));
                }
            }
        }
        return parts;
    }

    private static void count(String line, Map<Part, Double> parts) {
        int end = line.lastIndexOf(' ');
        double millis = Double.parseDouble(line.substring(end + 1)) * INTERVAL_MILLIS;
        parts.merge(Part.of(line.substring(0, end)), millis, Double::sum);
    }
}
