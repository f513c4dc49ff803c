package org.photoledger.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.photoledger.image.HeifConverter;
import org.photoledger.image.ImageLimits;
import org.photoledger.metadata.MetadataLimits;
import org.photoledger.text.TextSettings;

/** {@link ExaminationSettings} on a worker's command line: numbers as arguments, paths in its environment, where they may be long. */
final class WorkerArguments {

    private static final String RECOGNIZER = "PHOTOLEDGER_RECOGNIZER";
    private static final String DICTIONARY = "PHOTOLEDGER_DICTIONARY";
    private static final String HEIF_CONVERTER = "PHOTOLEDGER_HEIF_CONVERTER";
    private static final String HEIF_STATE = "PHOTOLEDGER_HEIF_STATE";
    private static final int OFF = 0;

    private WorkerArguments() {}

    static List<String> numbers(ExaminationSettings settings) {
        ImageLimits image = settings.imageLimits();
        MetadataLimits metadata = settings.metadataLimits();
        TextSettings text = settings.text();
        return Stream.of(
                        image.pixels(),
                        (long) image.scans(),
                        (long) image.blockBytes(),
                        (long) image.blocks(),
                        (long) image.inflatedBytes(),
                        (long) image.directories(),
                        (long) metadata.tags(),
                        (long) metadata.valueChars(),
                        (long) metadata.totalChars(),
                        (long) metadata.directories(),
                        (long) settings.documentChars(),
                        (long) (text == null ? OFF : text.detectorSide()),
                        (long) (text == null ? OFF : text.mostRegions()),
                        settings.heif().deadline().toMillis())
                .map(String::valueOf)
                .toList();
    }

    static void paths(ExaminationSettings settings, Map<String, String> environment) {
        environment.put(HEIF_STATE, settings.heif().state());
        if (settings.heif().program() != null) {
            environment.put(HEIF_CONVERTER, settings.heif().program().toString());
        }
        TextSettings text = settings.text();
        if (text != null && text.recognizer() != null && text.dictionary() != null) {
            environment.put(RECOGNIZER, text.recognizer().toAbsolutePath().toString());
            environment.put(DICTIONARY, text.dictionary().toAbsolutePath().toString());
        }
    }

    static ExaminationSettings parse(String[] arguments, Map<String, String> environment) {
        int[] numbers = Stream.of(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        ImageLimits image = new ImageLimits(
                Long.parseLong(arguments[0]), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        MetadataLimits metadata = new MetadataLimits(numbers[5], numbers[6], numbers[7], numbers[8]);
        TextSettings text = numbers[10] == OFF
                ? null
                : new TextSettings(
                        numbers[10], numbers[11], path(environment.get(RECOGNIZER)), path(environment.get(DICTIONARY)));
        HeifConverter heif = new HeifConverter(
                path(environment.get(HEIF_CONVERTER)),
                environment.getOrDefault(HEIF_STATE, ""),
                Duration.ofMillis(numbers[12]));
        return new ExaminationSettings(image, metadata, heif, text, numbers[9]);
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }
}
