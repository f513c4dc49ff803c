package org.photoledger.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The volumes of this machine and their ids, as Linux and udev tell them; elsewhere, and for what lies on no device of its own
 * (memory, overlays of containers, network), there are none.
 *
 * @param mountinfo the kernel's list of mounts, see proc(5)
 * @param byUuid folder of links to devices, each named by the id of the volume on it
 * @param udev folder of udev's facts, a file per device
 */
public record Volumes(Path mountinfo, Path byUuid, Path udev) {

    private static final String ID = "E:ID_FS_UUID=";

    public static Volumes ofThisMachine() {
        return new Volumes(Path.of("/proc/self/mountinfo"), Path.of("/dev/disk/by-uuid"), Path.of("/run/udev/data"));
    }

    /** The volume's id and the path on it; empty where no volume id is known. */
    public Optional<SourceFingerprint> fingerprint(Path root) {
        try {
            Path real = root.toRealPath();
            String path = new String(SourcePath.bytesOf(real), StandardCharsets.ISO_8859_1);
            Optional<Mount> mount = mountOf(path);
            return mount.isEmpty()
                    ? Optional.empty()
                    : id(mount.get(), real)
                            .map(id ->
                                    SourceFingerprint.onVolume(id, mount.get().within(path)));
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
    }

    /** The innermost mount above a path, and of several on one point the last, which covers the others. */
    private Optional<Mount> mountOf(String path) throws IOException {
        if (!Files.exists(mountinfo)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(mountinfo), StandardCharsets.ISO_8859_1);
        Stream<Mount> mounts = text.lines().flatMap(line -> Mount.parse(line).stream());
        return mounts.filter(mount -> mount.holds(path))
                .reduce((one, next) ->
                        Comparator.<Mount>comparingInt(mount -> mount.point().length())
                                                .compare(one, next)
                                        > 0
                                ? one
                                : next);
    }

    private Optional<String> id(Mount mount, Path root) throws IOException {
        if (mount.type().equals("btrfs")) {
            // its folders have numbers of their own; the device is that of the mount's source
            Path node = Path.of(mount.source());
            return Files.exists(node) ? id(DeviceNumber.ofNode(node)) : Optional.empty();
        }
        // where another mount hides this one the numbers differ
        boolean seen = !mount.device().anonymous() && mount.device().equals(DeviceNumber.holding(root));
        return seen ? id(mount.device()) : Optional.empty();
    }

    /** The id of the volume on a device: udev's own word, else the link that leads to it. */
    Optional<String> id(DeviceNumber device) throws IOException {
        Path facts = udev.resolve("b" + device);
        if (Files.isReadable(facts)) {
            Optional<String> id = new String(Files.readAllBytes(facts), StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.startsWith(ID) && line.length() > ID.length())
                    .map(line -> line.substring(ID.length()))
                    .findFirst();
            if (id.isPresent()) {
                return id;
            }
        }
        return linkTo(device);
    }

    private Optional<String> linkTo(DeviceNumber device) throws IOException {
        if (!Files.isDirectory(byUuid)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> links = Files.newDirectoryStream(byUuid)) {
            for (Path link : links) {
                if (Files.exists(link) && DeviceNumber.ofNode(link).equals(device)) {
                    return Optional.of(link.getFileName().toString());
                }
            }
        }
        return Optional.empty();
    }
}
