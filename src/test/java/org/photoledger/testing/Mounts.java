package org.photoledger.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Small disks and read-only folders, really mounted; skips the test where this machine does not let us. */
public final class Mounts implements AutoCloseable {

    private final Deque<Path> mounted = new ArrayDeque<>();

    /** An empty disk of so many KiB. */
    public void disk(Path point, int kilobytes) {
        mount(point, "mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", point.toString());
    }

    /** A disk of another size; what is on it stays. */
    public void resize(Path point, int kilobytes) {
        assumeTrue(succeeds("mount", "-o", "remount,size=" + kilobytes + "k", point.toString()), "no remount");
    }

    /** The same folder, and nobody can write to it any more, root neither. */
    public void readOnly(Path folder) {
        mount(folder, "mount", "--bind", folder.toString(), folder.toString());
        assumeTrue(succeeds("mount", "-o", "remount,bind,ro", folder.toString()), "no read-only mounts");
    }

    private void mount(Path point, String... command) {
        assumeTrue(succeeds(command), "we may not mount");
        mounted.push(point);
    }

    public void unmount(Path point) {
        if (mounted.remove(point)) {
            succeeds("umount", "-l", point.toString());
        }
    }

    /** Runs a command of the system to its end; false where it fails or is not there. */
    public static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        while (!mounted.isEmpty()) {
            unmount(mounted.peek());
        }
    }
}
