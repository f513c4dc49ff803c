package org.photoledger.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Brightness of the first frame of a YUV4MPEG2 file of 8 bits a sample: a line of the stream's parameters, a line for each
 * frame, then its planes, brightness first (mjpegtools' yuv4mpeg(5)).
 */
final class Y4mPicture {

    private static final int LONGEST_LINE = 256;

    private Y4mPicture() {}

    /** Every n-th sample of every n-th row, grey; IOException for what is no such file, or larger than so many pixels. */
    static BufferedImage read(Path path, int step, long mostPixels, boolean limitedRange) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            String header = line(file);
            int width = parameter(header, 'W');
            int height = parameter(header, 'H');
            boolean bytes = header.startsWith("YUV4MPEG2 ") && !header.matches(".* C\\d+p\\d+.*");
            if (!bytes || (long) width * height > mostPixels || !line(file).startsWith("FRAME")) {
                throw new IOException("the converter gave no picture of brightness in bytes");
            }
            return sampled(file, width, height, step, limitedRange);
        }
    }

    private static String line(RandomAccessFile file) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = file.read(); b != '\n'; b = file.read()) {
            if (b < 0 || line.length() == LONGEST_LINE) {
                throw new IOException("the converter's picture has no header");
            }
            line.append((char) b);
        }
        return line.toString();
    }

    private static int parameter(String header, char name) throws IOException {
        return Arrays.stream(header.split(" ", -1))
                .filter(word -> word.matches(name + "[1-9][0-9]{0,8}"))
                .mapToInt(word -> Integer.parseInt(word.substring(1)))
                .findFirst()
                .orElseThrow(() -> new IOException("the converter's picture has no size"));
    }

    private static BufferedImage sampled(RandomAccessFile file, int width, int height, int step, boolean limited)
            throws IOException {
        int across = (width + step - 1) / step;
        BufferedImage picture = new BufferedImage(across, (height + step - 1) / step, BufferedImage.TYPE_BYTE_GRAY);
        byte[] grey = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        byte[] row = new byte[width];
        long start = file.getFilePointer();
        for (int y = 0, out = 0; y < height; y += step) {
            file.seek(start + (long) y * width);
            file.readFully(row);
            for (int x = 0; x < width; x += step) {
                grey[out++] = limited ? widened(row[x] & 0xff) : row[x];
            }
        }
        return picture;
    }

    /** From 16 to 235, to 0 to 255. */
    private static byte widened(int value) {
        return (byte) Math.max(0, Math.min(255, Math.round((value - 16) * 255f / 219)));
    }
}
