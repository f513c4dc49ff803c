package org.photoledger.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The table of one benchmark: for people as text, for programs as CSV. */
final class Figures {

    private record Figure(String name, double value, String unit) {}

    private final List<Figure> figures = new ArrayList<>();

    void add(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        figures.forEach(figure ->
                text.append(String.format(Locale.ROOT, "%-58s %12.2f %s%n", figure.name, figure.value, figure.unit)));
        return text.toString();
    }

    void writeCsv(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("figure,value,unit"));
        for (Figure figure : figures) {
            lines.add(String.format(Locale.ROOT, "\"%s\",%.3f,%s", figure.name, figure.value, figure.unit));
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, lines);
    }
}
