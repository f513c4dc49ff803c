package org.photoledger.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of mountinfo as kernels write them. */
class MountTest {

    private static Mount mount(String line) {
        return Mount.parse(line).orElseThrow();
    }

    @Test
    void optionalFieldsOfAnyNumberAreSkipped() {
        Mount stick = new Mount(new DeviceNumber(8, 17), "/", "/media/a/STICK", "vfat", "/dev/sdb1");
        assertThat(mount("36 25 8:17 / /media/a/STICK rw,nosuid - vfat /dev/sdb1 rw,utf8"))
                .isEqualTo(stick);
        assertThat(mount("36 25 8:17 / /media/a/STICK rw,nosuid shared:7 master:1 - vfat /dev/sdb1 rw,utf8"))
                .isEqualTo(stick);
    }

    @Test
    void spaceTabNewlineAndBackslashAreReadBackAndOtherBytesAreThemselves() {
        assertThat(mount("1 2 8:1 /a\\040b /m\\011\\012\\134\u00d8 rw - ext4 /dev/sda1 rw"))
                .returns("/a b", Mount::root)
                .returns("/m\t\n\\\u00d8", Mount::point);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "36 25 8:17 / /media rw",
                "36 25 8:17 / /media rw shared:1 -",
                "36 25 8:17 / /media rw - vfat",
                "36 25 817 / /media rw - vfat /dev/sdb1 rw",
                "36 25 8:x / /media rw - vfat /dev/sdb1 rw",
                "36 25 8:17 / /med\\09xia rw - vfat /dev/sdb1 rw"
            })
    void whatIsNoMountIsNone(String line) {
        assertThat(Mount.parse(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media/STICK", "/media/STICK/DCIM"})
    void aMountHoldsItsPointAndWhatIsBelow(String path) {
        Mount stick = mount("1 2 8:17 / /media/STICK rw - vfat /dev/sdb1 rw");
        assertThat(stick.holds(path)).isTrue();
        assertThat(stick.holds("/media/STICK2")).isFalse();
        assertThat(mount("1 2 8:1 / / rw - ext4 /dev/sda1 rw").holds(path)).isTrue();
    }

    @Test
    void aPathOnTheVolumeIsTheSameThroughEachMount() {
        assertThat(mount("1 2 8:1 / / rw - ext4 /dev/sda1 rw").within("/srv/leak/a"))
                .isEqualTo("/srv/leak/a");
        assertThat(mount("1 2 8:1 / /mnt rw - ext4 /dev/sda1 rw").within("/mnt/srv/leak/a"))
                .isEqualTo("/srv/leak/a");
        assertThat(mount("1 2 8:1 /srv/leak /in rw - ext4 /dev/sda1 rw").within("/in/a"))
                .isEqualTo("/srv/leak/a");
        assertThat(mount("1 2 8:1 /srv/leak/a /in rw - ext4 /dev/sda1 rw").within("/in"))
                .isEqualTo("/srv/leak/a");
        assertThat(mount("1 2 0:40 /@home /home rw - btrfs /dev/sda2 rw,subvol=/@home")
                        .within("/home"))
                .isEqualTo("/@home");
        assertThat(mount("1 2 8:17 / /media rw - vfat /dev/sdb1 rw").within("/media"))
                .isEqualTo("/");
        assertThat(mount("1 2 8:1 / / rw - ext4 /dev/sda1 rw").within("/")).isEqualTo("/");
    }

    @Test
    void aDeviceNumberIsTakenApartAsGlibcDoes() {
        assertThat(DeviceNumber.ofNumber(0x811)).isEqualTo(new DeviceNumber(8, 17));
        assertThat(DeviceNumber.ofNumber(0x1_200a_bcd3_45efL)).isEqualTo(new DeviceNumber(0x12345, 0xabcdef));
    }
}
