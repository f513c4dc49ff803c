package org.photoledger.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A device by Linux's two numbers, as mountinfo writes them: {@code 8:17}. */
record DeviceNumber(long major, long minor) {

    /** Of the device that holds a file or folder. */
    static DeviceNumber holding(Path path) throws IOException {
        return ofNumber((Long) Files.getAttribute(path, "unix:dev"));
    }

    /** Of a device's own node, links followed. */
    static DeviceNumber ofNode(Path node) throws IOException {
        return ofNumber((Long) Files.getAttribute(node, "unix:rdev"));
    }

    /** The numbers inside a {@code dev_t} of 64 bit, as in glibc's {@code gnu_dev_major} and {@code gnu_dev_minor}. */
    static DeviceNumber ofNumber(long number) {
        long major = ((number >>> 8) & 0xfff) | ((number >>> 32) & 0xffff_f000L);
        long minor = (number & 0xff) | ((number >>> 12) & 0xffff_ff00L);
        return new DeviceNumber(major, minor);
    }

    /** Throws NumberFormatException where the text is no such pair. */
    static DeviceNumber parse(String text) {
        int colon = text.indexOf(':');
        return new DeviceNumber(
                Long.parseLong(text.substring(0, Math.max(0, colon))), Long.parseLong(text.substring(colon + 1)));
    }

    /** Whether it stands for a file system without a device of its own: tmpfs, overlay, network, and btrfs. */
    boolean anonymous() {
        return major == 0;
    }

    @Override
    public String toString() {
        return major + ":" + minor;
    }
}
