package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.photoledger.cli.Settings.ContainersPart;
import org.photoledger.cli.Settings.DatabasePart;
import org.photoledger.cli.Settings.DigestPart;
import org.photoledger.cli.Settings.DuplicatesPart;
import org.photoledger.cli.Settings.IdentifiersPart;
import org.photoledger.cli.Settings.ImagePart;
import org.photoledger.cli.Settings.ImportPart;
import org.photoledger.cli.Settings.LimitsPart;
import org.photoledger.cli.Settings.LogPart;
import org.photoledger.cli.Settings.ReportPart;
import org.photoledger.cli.Settings.StoragePart;
import org.photoledger.cli.Settings.TextPart;
import org.photoledger.cli.Settings.WorkersPart;
import org.photoledger.report.ReportLanguage;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Reads settings from pinned places, of which a later one wins: the built-in defaults, the user's file, HOME/application.yml,
 * the file of --config, the environment, and flags. Never from elsewhere, such as the current folder.
 */
final class SettingsLoader {

    /** A setting's value and the place that gave it. */
    record Origin(String value, String place) {

        /** A password in the URL of a database, where it should not stand. */
        private static final Pattern SECRET = Pattern.compile("(?i)(password=)[^&;]*");

        /** The value without a secret in it. */
        String shown() {
            return SECRET.matcher(value).replaceAll("$1***");
        }
    }

    private static final String PREFIX = "photoledger.";

    private final Map<String, Origin> values = new TreeMap<>();

    private SettingsLoader() {}

    static SettingsLoader load(@Nullable Path home, @Nullable Path config) {
        return load(home, config, System.getenv());
    }

    static SettingsLoader load(@Nullable Path home, @Nullable Path config, Map<String, String> environment) {
        SettingsLoader loader = new SettingsLoader();
        loader.take(new ClassPathResource("application.yml"), "default");
        loader.takeIfThere(SettingsVariables.userFile(environment));
        loader.takeIfThere(home == null ? null : home.resolve("application.yml"));
        if (config != null) {
            loader.takeFile(config);
        }
        SettingsVariables.of(environment, loader.values.keySet()).forEach(loader.values::put);
        return loader;
    }

    /** A flag that stands for a setting, null where it was not given. */
    SettingsLoader with(String flag, String key, @Nullable Object value) {
        if (value != null) {
            values.put(PREFIX + key, new Origin(String.valueOf(value), flag));
        }
        return this;
    }

    private Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        values.forEach((key, origin) -> shown.put(key, origin.shown()));
        return shown;
    }

    Map<String, Origin> origins() {
        return values;
    }

    private DatabasePart database() {
        return new DatabasePart(
                text("database.url"),
                text("database.user"),
                text("database.password-file"),
                value("database.allow-unsafe", Boolean.class),
                text("database.encryption"),
                text("database.key-file"));
    }

    private WorkersPart workers() {
        return new WorkersPart(
                value("workers.count", Integer.class),
                value("workers.deadline", Duration.class),
                value("workers.heap-megabytes", Integer.class),
                value("workers.resident-megabytes", Integer.class),
                value("workers.frame-bytes", Integer.class),
                value("workers.deaths-in-a-row", Integer.class),
                value("workers.confine", Boolean.class));
    }

    Settings settings() {
        return new Settings(
                database(),
                new StoragePart(value("storage.free-megabytes", Integer.class)),
                new ImportPart(
                        value("import.chunk-size", Integer.class),
                        value("import.inventory-chunk-size", Integer.class),
                        value("import.file-bytes", Long.class)),
                new DigestPart(value("digest.md5", Boolean.class)),
                workers(),
                new ImagePart(text("image.heif-converter")),
                new TextPart(
                        value("text.enabled", Boolean.class),
                        value("text.detector-side", Integer.class),
                        value("text.regions", Integer.class),
                        text("text.recognizer"),
                        text("text.dictionary"),
                        value("text.document-chars", Integer.class)),
                new DuplicatesPart(value("duplicates.partners", Integer.class)),
                containers(),
                new IdentifiersPart(text("identifiers.rules")),
                new LimitsPart(
                        value("limits.pixels", Long.class),
                        value("limits.scans", Integer.class),
                        value("limits.block-bytes", Integer.class),
                        value("limits.blocks", Integer.class),
                        value("limits.inflated-bytes", Integer.class),
                        value("limits.directories", Integer.class),
                        value("limits.tags", Integer.class),
                        value("limits.value-chars", Integer.class),
                        value("limits.total-chars", Integer.class)),
                new ReportPart(Words.of(ReportLanguage.class, "photoledger.report.language", text("report.language"))),
                new LogPart(
                        Words.of(LogFile.Format.class, "photoledger.log.format", text("log.format")),
                        value("log.file-megabytes", Integer.class),
                        value("log.total-megabytes", Integer.class)),
                shown());
    }

    private String text(String key) {
        return value(key, String.class);
    }

    private ContainersPart containers() {
        return new ContainersPart(
                value("containers.depth", Integer.class),
                value("containers.members", Long.class),
                value("containers.ratio", Integer.class),
                value("containers.free-bytes", Long.class));
    }

    private <T> T value(String key, Class<T> type) {
        Origin origin = values.get(PREFIX + key);
        if (origin == null) {
            throw new IllegalStateException("no default for " + key);
        }
        try {
            T value = ApplicationConversionService.getSharedInstance().convert(origin.value(), type);
            if (value != null) {
                return value;
            }
        } catch (ConversionException e) {
            // told below, in our words
        }
        throw new UsageException("The setting " + PREFIX + key + " in " + origin.place() + " is \"" + origin.value()
                + "\", which is no " + (type == Duration.class ? "duration such as 30s" : type.getSimpleName()) + ".");
    }

    private void takeIfThere(@Nullable Path file) {
        if (file != null && Files.isRegularFile(file)) {
            takeFile(file);
        }
    }

    private void takeFile(Path file) {
        try {
            take(new ByteArrayResource(Files.readAllBytes(file)), file.toString());
        } catch (IOException e) {
            throw new UsageException("The settings file " + file + " cannot be read; check its path and permissions.");
        }
    }

    private void take(Resource resource, String place) {
        boolean defaults = values.isEmpty();
        for (PropertySource<?> source : sources(resource, place)) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String key : listed.getPropertyNames()) {
                    if (isEmpty(key, listed)) {
                        continue;
                    }
                    requireKnown(key, place, defaults);
                    values.put(key, new Origin(String.valueOf(listed.getProperty(key)), place));
                }
            }
        }
    }

    /** A file in which every setting is a comment, as init writes it. */
    private static boolean isEmpty(String key, EnumerablePropertySource<?> file) {
        return key.equals("photoledger") && "".equals(file.getProperty(key));
    }

    private static List<PropertySource<?>> sources(Resource resource, String place) {
        try {
            return new YamlPropertySourceLoader().load(place, resource);
        } catch (IOException | RuntimeException e) {
            throw new UsageException("The settings file " + place + " is no valid YAML; correct it or leave it out.");
        }
    }

    private void requireKnown(String key, String place, boolean defaults) {
        if (!defaults && !values.containsKey(key)) {
            String nearest = Nearest.of(key, new ArrayList<>(values.keySet()));
            throw new UsageException("Unknown setting " + key + " in " + place + "; did you mean " + nearest + "?");
        }
    }
}
