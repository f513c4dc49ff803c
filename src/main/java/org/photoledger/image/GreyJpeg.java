package org.photoledger.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes brightness as a grey baseline JPEG (ITU-T T.81) with Huffman tables of its own, by the JDK's encoder. */
public final class GreyJpeg {

    private static final ImageWriterSpi ENCODER = encoder();

    private GreyJpeg() {}

    /**
     * The samples rounded to 0 to 255.
     *
     * @param quality 0 to 1, the JDK's scale of quantization
     */
    public static byte[] encode(Luma picture, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriter writer = ENCODER.createWriterInstance();
            try {
                writer.setOutput(out);
                writer.write(null, new IIOImage(pixels(picture), null, null), parameters(quality));
            } finally {
                writer.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a JPEG cannot be written in memory", e);
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam parameters(float quality) {
        JPEGImageWriteParam parameters = new JPEGImageWriteParam(null);
        parameters.setOptimizeHuffmanTables(true);
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        return parameters;
    }

    private static BufferedImage pixels(Luma picture) {
        BufferedImage pixels = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int level = Math.max(0, Math.min(255, Math.round(picture.at(x, y))));
                pixels.getRaster().setSample(x, y, 0, level);
            }
        }
        return pixels;
    }

    private static ImageWriterSpi encoder() {
        Iterator<ImageWriterSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageWriterSpi.class, true);
        while (providers.hasNext()) {
            ImageWriterSpi provider = providers.next();
            boolean ours = provider.getClass().getName().startsWith("com.sun.imageio.");
            if (ours && List.of(provider.getFormatNames()).contains("jpeg")) {
                return provider;
            }
        }
        throw new IllegalStateException("this Java has no encoder for jpeg");
    }
}
