package org.photoledger.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes by the words of kernel and udev; the devices are nodes that every Linux has: zero is 1:5, null is 1:3. */
class VolumesTest {

    private static final Path ZERO = Path.of("/dev/zero");
    private static final DeviceNumber ONE_FIVE = new DeviceNumber(1, 5);

    @TempDir
    private Path folder = Path.of("");

    private Path root = folder;

    @BeforeEach
    void aFolder() throws IOException {
        assumeTrue(Files.exists(ZERO), "no Linux");
        folder = folder.toRealPath();
        root = Files.createDirectories(folder.resolve("media/STICK/DCIM"));
    }

    /** JUnit would warn of links that lead out of its folder. */
    @AfterEach
    void removeLinks() throws IOException {
        for (String id : new String[] {"0000-NULL", "dangling", "ABCD-1234", "DCBA-4321"}) {
            Files.deleteIfExists(folder.resolve("by-uuid").resolve(id));
        }
    }

    private Volumes volumes() {
        return new Volumes(folder.resolve("mountinfo"), folder.resolve("by-uuid"), folder.resolve("udev"));
    }

    private void link(String id, Path device) throws IOException {
        Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("by-uuid")).resolve(id), device);
    }

    private void udev(String device, String facts) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("udev")).resolve("b" + device), facts);
    }

    private void mounts(String... lines) throws IOException {
        Files.writeString(folder.resolve("mountinfo"), String.join("\n", lines) + "\n", StandardCharsets.ISO_8859_1);
    }

    /** A mount whose device is found by its node, as that of btrfs is. */
    private static String mount(String within, Path point, Path device) {
        return "36 25 0:40 " + within + " " + point + " rw,relatime shared:1 - btrfs " + device + " rw";
    }

    @Test
    void theIdIsUdevsOwnElseTheNameOfTheLinkToTheDevice() throws IOException {
        assertThat(volumes().id(ONE_FIVE)).isEmpty();
        link("0000-NULL", Path.of("/dev/null"));
        link("dangling", folder.resolve("gone"));
        link("ABCD-1234", ZERO);
        assertThat(volumes().id(ONE_FIVE)).contains("ABCD-1234");
        udev("1:5", "S:disk/by-uuid/x\nE:ID_FS_UUID=\nE:ID_FS_TYPE=vfat\n");
        assertThat(volumes().id(ONE_FIVE)).contains("ABCD-1234");
        udev("1:5", "S:disk/by-uuid/x\nE:ID_FS_UUID=11AA-22BB\nE:ID_FS_UUID_ENC=other\n");
        assertThat(volumes().id(ONE_FIVE)).contains("11AA-22BB");
    }

    @Test
    void theSameFolderOfAVolumeIsTheSameWhereverItIsMounted() throws IOException {
        link("ABCD-1234", ZERO);
        mounts(mount("/", folder.resolve("media/STICK"), ZERO));
        Optional<SourceFingerprint> first = volumes().fingerprint(root);
        assertThat(first).isPresent();
        Path elsewhere = Files.createDirectories(folder.resolve("mnt/x/DCIM"));
        mounts(mount("/", folder.resolve("mnt/x"), ZERO));
        assertThat(volumes().fingerprint(elsewhere)).isEqualTo(first);
        mounts(mount("/DCIM", folder.resolve("mnt/x"), ZERO));
        assertThat(volumes().fingerprint(folder.resolve("mnt/x"))).isEqualTo(first);
        assertThat(volumes().fingerprint(elsewhere)).isPresent().isNotEqualTo(first);
    }

    @Test
    void anotherVolumeOnThatPointIsAnother() throws IOException {
        link("ABCD-1234", ZERO);
        link("DCBA-4321", Path.of("/dev/null"));
        mounts(mount("/", folder.resolve("media/STICK"), ZERO));
        Optional<SourceFingerprint> first = volumes().fingerprint(root);
        mounts(
                mount("/", folder.resolve("media/STICK"), ZERO),
                mount("/", folder.resolve("media/STICK"), Path.of("/dev/null")));
        assertThat(volumes().fingerprint(root)).isPresent().isNotEqualTo(first);
    }

    @Test
    void theInnermostMountCountsInWhateverOrderTheyStand() throws IOException {
        link("ABCD-1234", ZERO);
        String inner = mount("/", folder.resolve("media/STICK"), ZERO);
        String outer = mount("/", folder, Path.of("/dev/null"));
        mounts(inner, outer);
        Optional<SourceFingerprint> found = volumes().fingerprint(root);
        mounts(outer, inner);
        assertThat(found).isPresent().isEqualTo(volumes().fingerprint(root));
        assertThat(volumes().fingerprint(folder.resolve("media"))).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreExact() throws IOException {
        link("ABCD-1234", ZERO);
        byte[] odd = {'a', ' ', (byte) 0xff, '\\'};
        Path point = Files.createDirectory(SourcePath.ofBytes(odd).in(folder));
        mounts("36 25 0:40 / " + folder + "/a\\040\u00ff\\134 rw - btrfs /dev/zero rw");
        Optional<SourceFingerprint> here = volumes().fingerprint(point);
        mounts(mount("/", folder.resolve("media"), ZERO));
        assertThat(here).isPresent().isEqualTo(volumes().fingerprint(folder.resolve("media")));
    }

    @Test
    void whatLiesOnNoDeviceHasNoId() throws IOException {
        link("ABCD-1234", ZERO);
        assertThat(volumes().fingerprint(root)).as("no list of mounts").isEmpty();
        mounts("1 2 0:40 / / rw - tmpfs tmpfs rw");
        assertThat(volumes().fingerprint(root)).isEmpty();
        mounts("1 2 0:40 / / rw - overlay overlay rw,lowerdir=/dev/zero");
        assertThat(volumes().fingerprint(root)).isEmpty();
        mounts("1 2 0:40 / / rw - nfs4 server:/export rw");
        assertThat(volumes().fingerprint(root)).isEmpty();
        mounts(mount("/", folder, Path.of("/dev/no-such-device")));
        assertThat(volumes().fingerprint(root)).isEmpty();
        assertThat(volumes().fingerprint(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void aMountThatAnotherHidesIsNotTakenForTheFoldersVolume() throws IOException {
        link("ABCD-1234", ZERO);
        mounts("1 2 1:5 / " + folder + " rw - ext4 /dev/zero rw");
        assertThat(volumes().fingerprint(root)).isEmpty();
    }

    @Test
    void aVolumeIsKnownByTheDeviceThatHoldsTheFolder() throws IOException {
        DeviceNumber device = DeviceNumber.holding(root);
        assumeTrue(!device.anonymous(), "the temporary folder lies on no device");
        udev(device.toString(), "E:ID_FS_UUID=11AA-22BB\n");
        mounts("1 2 " + device + " / " + folder + " rw - ext4 /dev/any rw");
        assertThat(volumes().fingerprint(root)).contains(SourceFingerprint.onVolume("11AA-22BB", "/media/STICK/DCIM"));
    }
}
