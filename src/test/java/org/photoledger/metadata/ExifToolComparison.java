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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Compares our normalized fields with ExifTool's values: {@code exiftool -j -G0:1 -n -a} as JSON against every file of a
 * folder. Run through src/test/scripts/compare-with-exiftool.
 */
final class ExifToolComparison {

    private static final List<ExifToolField> FIELDS = ExifToolField.all();

    private final Map<String, int[]> tallies = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final MetadataReader reader = new MetadataReader(MetadataLimits.defaults());
    private final ContainerWalker walker = new ContainerWalker(ImageLimits.defaults());
    private int wrongJpegSizes;

    public static void main(String[] arguments) throws IOException {
        ExifToolComparison comparison = new ExifToolComparison();
        JsonNode files = new ObjectMapper().readTree(Files.readAllBytes(Path.of(arguments[0])));
        for (JsonNode file : files) {
            comparison.compare(file);
        }
        comparison.print();
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
        String width = ExifToolField.size(truth, "ImageWidth");
        if (structure.format() == ImageFormat.JPEG && structure.size() != null && width != null) {
            boolean right = width.equals(String.valueOf(structure.size().width()));
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
        int[] total = new int[3];
        System.out.printf(Locale.ROOT, "%-20s %7s %7s %7s%n", "field", "values", "wrong", "missing");
        tallies.forEach((name, tally) -> {
            System.out.printf(Locale.ROOT, "%-20s %7d %7d %7d%n", name, tally[0], tally[1], tally[2]);
            for (int at = 0; at < 3; at++) {
                total[at] += tally[at];
            }
        });
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
