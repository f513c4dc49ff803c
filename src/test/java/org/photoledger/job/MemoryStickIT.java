package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.photoledger.job.JobBench.counts;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.job.JobBench.Interference;
import org.photoledger.source.Outcome;
import org.photoledger.source.Volumes;
import org.photoledger.testing.Mounts;
import org.photoledger.testing.SmallPhotos;

/** Real file systems that are really mounted, where the machine lets us; only udev's folder of links is made by the test. */
class MemoryStickIT {

    private static final int STICK_BYTES = 8 << 20;

    @TempDir
    private Path folder = Path.of("");

    private @Nullable JobBench set;
    private Path here = folder;
    private Path there = folder;

    @BeforeEach
    void twoMountPoints() throws IOException {
        here = Files.createDirectories(folder.resolve("media/STICK"));
        there = Files.createDirectories(folder.resolve("mnt/usb"));
        Files.createDirectories(folder.resolve("by-uuid"));
        set = new JobBench(
                folder,
                new Volumes(Path.of("/proc/self/mountinfo"), folder.resolve("by-uuid"), folder.resolve("udev")));
    }

    @AfterEach
    void unmountAll() {
        bench().close();
        Mounts.succeeds("umount", "-l", here.toString());
        Mounts.succeeds("umount", "-l", there.toString());
        for (String name : new String[] {"first", "second"}) {
            Mounts.succeeds("losetup", "-d", folder.resolve(name + ".device").toString());
        }
    }

    private JobBench bench() {
        return Objects.requireNonNull(set);
    }

    /** A volume with a file system and an id of its own; its device is named by a link. Skips the test where that cannot be. */
    private Path stick(String name) throws IOException {
        Path image = folder.resolve(name + ".img");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(STICK_BYTES);
        }
        String id = UUID.randomUUID().toString();
        assumeTrue(Mounts.succeeds("mkfs.ext4", "-q", "-U", id, image.toString()), "no mkfs.ext4");
        Process losetup = new ProcessBuilder("losetup", "--find", "--show", image.toString()).start();
        String device =
                new String(losetup.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        assumeTrue(!device.isEmpty(), "no loop device for us");
        Files.createSymbolicLink(folder.resolve("by-uuid").resolve(id), Path.of(device));
        return Files.createSymbolicLink(folder.resolve(name + ".device"), Path.of(device));
    }

    private static void mount(Path device, Path point) {
        assumeTrue(Mounts.succeeds("mount", device.toString(), point.toString()), "we may not mount");
    }

    private static void unmount(Path point) {
        assertThat(Mounts.succeeds("umount", point.toString())).isTrue();
    }

    private RunEnd imported(Path root) {
        return bench().importOf(root, null, false);
    }

    @Test
    void aStickIsTheSameWhereverItIsMountedAndAnotherInItsPlaceIsNot() throws IOException {
        Path first = stick("first");
        mount(first, here);
        SmallPhotos.fill(here, 20);
        imported(here);
        unmount(here);
        assertThatThrownBy(() -> imported(here)).hasMessageContaining("is empty and is not the one");

        mount(first, there);
        SmallPhotos.fill(there.resolve("new"), 3);
        RunEnd second = imported(there);
        assertThat(counts(second).unchanged()).isEqualTo(20);
        assertThat(counts(second).found()).isEqualTo(3);
        assertThat(bench().database().sources().byName("usb")).isEmpty();

        mount(stick("second"), here);
        SmallPhotos.fill(here, 20);
        assertThatThrownBy(() -> imported(here))
                .hasMessageContaining("belongs to another source")
                .hasMessageContaining("another volume");
        assertThat(counts(bench().importOf(here, "other stick", false)).found()).isEqualTo(20);
        assertThat(counts(imported(there)).unchanged()).isEqualTo(23);
    }

    @Test
    void aFolderOfAStickIsTheSameThroughABindMount() throws IOException {
        mount(stick("first"), here);
        SmallPhotos.fill(here.resolve("DCIM"), 20);
        imported(here.resolve("DCIM"));
        assumeTrue(
                Mounts.succeeds("mount", "--bind", here.resolve("DCIM").toString(), there.toString()),
                "no bind mounts");
        assertThat(counts(imported(there)).unchanged()).isEqualTo(20);
        assertThat(counts(bench().importOf(there.resolve("day-01"), "a part", false))
                        .found())
                .as("a folder in it is a source of its own")
                .isEqualTo(1);
    }

    @Test
    void aStickThatIsPulledDuringTheRunStopsItWithoutOneUnreadableFile() throws IOException {
        Path first = stick("first");
        mount(first, here);
        SmallPhotos.fill(here, 20);
        Interference pull = new Interference().at("examine", () -> {
            if (!Mounts.succeeds("umount", "-l", here.toString())) {
                throw new UncheckedIOException(new IOException("umount"));
            }
        });
        RunEnd end = bench().runner(JobBench.SETTINGS, new StopRequest(), pull)
                .importSource(new ImportRequest(here, null, 0, null, "test", false, java.util.List.of()));
        assertThat(end.reason()).isEqualTo("SOURCE_LOST");
        assertThat(bench().database().sourceFiles().files(end.run(), Outcome.UNREADABLE, null))
                .isEmpty();
        mount(first, there);
        RunEnd resumed = imported(there);
        assertThat(resumed.run()).isEqualTo(end.run());
        assertThat(resumed.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(counts(resumed).found()).isEqualTo(20);
    }
}
