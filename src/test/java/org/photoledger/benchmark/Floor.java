package org.photoledger.benchmark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.photoledger.image.Luma;
import org.photoledger.text.BareDetection;

/**
 * What no program on these libraries can do without: each JPEG of a folder decoded once by the JDK, subsampled as the product
 * does, to luma, and one run of the bare detector at 640 pixels; one after the other on one thread, in a process of its own.
 */
public final class Floor {

    private static final int LONG_SIDE = 1500;
    private static final int DETECTOR_SIDE = 640;
    private static final int GRID = 32;

    private long decoding;
    private long detecting;
    private int photos;

    private Floor() {}

    /** Prints files, and CPU milliseconds of decoding, of detecting and of the whole process. */
    public static void main(String[] arguments) throws IOException {
        Floor floor = new Floor();
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            floor.measure(files.filter(Files::isRegularFile).sorted().toList());
        }
        long process = ProcFile.cpuMillis(ProcessHandle.current().pid());
        System.out.printf(
                Locale.ROOT,
                "%d %d %d %d%n",
                floor.photos,
                floor.decoding / 1_000_000,
                floor.detecting / 1_000_000,
                process);
    }

    private void measure(List<Path> files) throws IOException {
        try (BareDetection detection = new BareDetection(DETECTOR_SIDE, DETECTOR_SIDE * 3 / 4 / GRID * GRID)) {
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                long start = cpu();
                decode(bytes);
                long decoded = cpu();
                detection.run();
                decoding += decoded - start;
                detecting += cpu() - decoded;
                photos++;
            }
        }
    }

    /** A damaged file costs what it costs. */
    private static void decode(byte[] bytes) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONG_SIDE);
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            BufferedImage picture = reader.read(0, how);
            Luma unused = Luma.of(picture);
        } catch (IOException e) {
            // nothing more is to be had of it
            return;
        } finally {
            reader.dispose();
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
