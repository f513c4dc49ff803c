package org.photoledger.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** Which decoder reads which format: chosen by us, never by what stands first on a class path. */
final class Readers {

    /** Opens a reader of its own for one picture. */
    interface Decoder {
        ImageReader open() throws IOException;
    }

    private final Decoder jdkJpeg = jdk("jpeg");
    private final Decoder jdkPng = jdk("png");
    private final Decoder jdkGif = jdk("gif");
    private final Decoder jdkBmp = jdk("bmp");
    private final Decoder cmykJpeg = decoder(registered(JPEGImageReaderSpi.class));
    private final Decoder tiff = decoder(registered(TIFFImageReaderSpi.class));
    private final Decoder webp = decoder(registered(WebPImageReaderSpi.class));

    /** The decoders to try, in order; none for what only previews or a converter show. */
    List<Decoder> of(ImageStructure structure) {
        return switch (structure.format()) {
            case JPEG -> jpeg(structure.coding().components());
            case PNG -> List.of(jdkPng);
            case GIF -> List.of(jdkGif);
            case BMP -> List.of(jdkBmp);
            case TIFF -> List.of(tiff);
            case WEBP -> List.of(webp);
            case ISO_BMFF, RAF, JXL, OTHER -> List.of();
        };
    }

    /** The JDK brightens inks: its colour space for them is taken for linear light. */
    private List<Decoder> jpeg(int components) {
        return components == 4 ? List.of(cmykJpeg, jdkJpeg) : List.of(jdkJpeg, cmykJpeg);
    }

    private static Decoder decoder(ImageReaderSpi provider) {
        return () -> provider.createReaderInstance(null);
    }

    private static <T extends ImageReaderSpi> ImageReaderSpi registered(Class<T> type) {
        return IIORegistry.getDefaultInstance().getServiceProviderByClass(type);
    }

    private static Decoder jdk(String format) {
        Iterator<ImageReaderSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            boolean ours = provider.getClass().getName().startsWith("com.sun.imageio.");
            if (ours && List.of(provider.getFormatNames()).contains(format)) {
                return decoder(provider);
            }
        }
        throw new IllegalStateException("this Java has no decoder for " + format);
    }
}
