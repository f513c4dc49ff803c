package org.photoledger.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One line of {@code /proc/self/mountinfo}, see proc(5). Paths are bytes as characters 0 to 255.
 *
 * @param root the folder of the file system that is mounted: another than {@code /} for a bind mount or a subvolume
 * @param point where it is mounted
 * @param type of the file system
 * @param source the device's path, or any word where there is none
 */
record Mount(DeviceNumber device, String root, String point, String type, String source) {

    private static final int DEVICE = 2;
    private static final int ROOT = 3;
    private static final int POINT = 4;
    private static final int OPTIONAL = 6;

    /** The mount of a line; empty where the line is none. */
    static Optional<Mount> parse(String line) {
        List<String> fields = Arrays.asList(line.split(" ", -1));
        // optional fields of any number end in a single hyphen
        int end = fields.size() <= OPTIONAL
                ? -1
                : fields.subList(OPTIONAL, fields.size()).indexOf("-") + OPTIONAL;
        if (end < OPTIONAL || end + 2 >= fields.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mount(
                    DeviceNumber.parse(fields.get(DEVICE)),
                    plain(fields.get(ROOT)),
                    plain(fields.get(POINT)),
                    fields.get(end + 1),
                    plain(fields.get(end + 2))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The kernel writes space, tab, newline and backslash as a backslash and three octal digits. */
    private static String plain(String escaped) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < escaped.length(); at++) {
            if (escaped.charAt(at) == '\\' && at + 3 < escaped.length()) {
                plain.append((char) Integer.parseInt(escaped.substring(at + 1, at + 4), 8));
                at += 3;
            } else {
                plain.append(escaped.charAt(at));
            }
        }
        return plain.toString();
    }

    boolean holds(String path) {
        return path.equals(point) || path.startsWith(asFolder(point));
    }

    /** A path below the mount point, from the root of the file system. */
    String within(String path) {
        String below = path.length() <= point.length()
                ? ""
                : path.substring(asFolder(point).length());
        return below.isEmpty() ? root : asFolder(root) + below;
    }

    private static String asFolder(String path) {
        return path.endsWith("/") ? path : path + "/";
    }
}
