package org.photoledger.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageFormat;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.ImageStructure;
import org.photoledger.image.PixelSize;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares our normalized fields with ExifTool's values: {@code exiftool -j -G0:1 -n -a} as JSON against every file of a
 * folder. Run through src/test/scripts/compare-with-exiftool.
 */
final class ExifToolComparison {

    private static final List<ExifToolField> FIELDS = ExifToolField.all();

    /** ExifTool prints the text 1.00 as a number: its digits are kept. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();

    private final Map<String, int[]> tallies = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final MetadataReader reader = new MetadataReader(MetadataLimits.defaults());
    private final ContainerWalker walker = new ContainerWalker(ImageLimits.defaults());
    private int wrongJpegSizes;

    public static void main(String[] arguments) throws IOException {
        of(Path.of(arguments[0])).print();
    }

    /** The comparison with ExifTool's answers, which name the files. */
    static ExifToolComparison of(Path truth) throws IOException {
        ExifToolComparison comparison = new ExifToolComparison();
        for (JsonNode file : MAPPER.readTree(Files.readAllBytes(truth))) {
            comparison.compare(file);
        }
        return comparison;
    }

    /** Values of ExifTool, of these wrong, and missing. */
    int[] totals() {
        int[] total = new int[3];
        for (int[] tally : tallies.values()) {
            for (int at = 0; at < 3; at++) {
                total[at] += tally[at];
            }
        }
        return total;
    }

    int wrongJpegSizes() {
        return wrongJpegSizes;
    }

    private void compare(JsonNode truth) throws IOException {
        Path path = Path.of(truth.get("SourceFile").asString());
        ImageBytes bytes = ImageBytes.of(Files.readAllBytes(path));
        ImageStructure structure = walker.walk(bytes);
        if (structure.format() == ImageFormat.OTHER) {
            return;
        }
        PhotoMetadata metadata = reader.read(bytes, structure);
        for (ExifToolField field : FIELDS) {
            String wanted = field.wanted(truth);
            if (wanted != null) {
                judge(field, path, wanted, field.ours(structure, metadata));
            }
        }
        PixelSize size = structure.size();
        String width = ExifToolField.size(truth, "ImageWidth");
        String height = ExifToolField.size(truth, "ImageHeight");
        if (structure.format() == ImageFormat.JPEG && size != null && width != null) {
            boolean right = (size.width() + "x" + size.height()).equals(width + "x" + height);
            wrongJpegSizes += right ? 0 : 1;
        }
    }

    private void judge(ExifToolField field, Path path, String wanted, @Nullable String ours) {
        int[] tally = tallies.computeIfAbsent(field.name(), key -> new int[3]);
        tally[0]++;
        if (ours == null) {
            tally[2]++;
            differences.add("missing " + field.name() + " " + path + ": " + wanted);
        } else if (!field.same(wanted, ours)) {
            tally[1]++;
            differences.add("wrong   " + field.name() + " " + path + ": exiftool " + wanted + " | ours " + ours);
        }
    }

    private void print() {
        int[] total = totals();
        System.out.printf(Locale.ROOT, "%-20s %7s %7s %7s%n", "field", "values", "wrong", "missing");
        tallies.forEach((name, tally) ->
                System.out.printf(Locale.ROOT, "%-20s %7d %7d %7d%n", name, tally[0], tally[1], tally[2]));
        int right = total[0] - total[1] - total[2];
        System.out.printf(
                Locale.ROOT,
                "all: %d values, %d equal (%.2f %%), %d wrong (%.2f per 2,000), %d missing; JPEG widths wrong: %d%n",
                total[0],
                right,
                100.0 * right / total[0],
                total[1],
                2000.0 * total[1] / total[0],
                total[2],
                wrongJpegSizes);
        differences.forEach(System.out::println);
    }
}
