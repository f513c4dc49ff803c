package org.photoledger.text;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageDecoder;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.Luma;

/** The reader under evaluation, fed as a worker feeds it: a file, decoded by the program. */
final class EvaluatedReader implements AutoCloseable {

    private final TextReader reader;

    EvaluatedReader(int side) {
        this.reader = TextReader.open(TextSettings.of(side, 50));
    }

    /** A place with its readings, in pixels of the photo as it was drawn. */
    record Region(Corner middle, List<Reading> readings) {}

    /** From left to right. */
    List<Region> photo(byte[] jpeg, int width) {
        ImageBytes bytes = ImageBytes.of(jpeg);
        ImageLimits limits = ImageLimits.defaults();
        BufferedImage pixels = new ImageDecoder(limits)
                .decode(bytes, new ContainerWalker(limits).walk(bytes), "image/jpeg")
                .pixels();
        Luma picture = Luma.of(Objects.requireNonNull(pixels));
        double scale = (double) width / picture.width();
        return reader.examine(picture).regions().stream()
                .map(region -> new Region(middle(region.box(), scale), region.readings()))
                .sorted(Comparator.comparingDouble(region -> region.middle().x()))
                .toList();
    }

    private static Corner middle(TextBox box, double scale) {
        Corner middle = box.middle();
        return new Corner(middle.x() * scale, middle.y() * scale);
    }

    /** A line that fills its picture. */
    List<Reading> line(Luma line) {
        Corner topEnd = new Corner(line.width(), 0);
        Corner bottomEnd = new Corner(line.width(), line.height());
        return reader.readLine(line, new TextBox(new Corner(0, 0), topEnd, bottomEnd, new Corner(0, line.height())));
    }

    @Override
    public void close() {
        reader.close();
    }
}
