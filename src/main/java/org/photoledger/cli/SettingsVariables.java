package org.photoledger.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Settings in the environment: photoledger.workers.heap-megabytes is PHOTOLEDGER_WORKERS_HEAP_MEGABYTES. */
final class SettingsVariables {

    private static final String PREFIX = "PHOTOLEDGER_";

    /** What the program and its launcher take besides, and what for. */
    static final Map<String, String> OTHERS = Map.of(
            "PHOTOLEDGER_HOME", "The collection's folder where --home names none.",
            "PHOTOLEDGER_JAVA_OPTIONS", "Options of the program's own Java, such as -Xmx1g.",
            "PHOTOLEDGER_NO_BUILD", "Where set, nothing is built or prepared before the start.",
            "JAVA_HOME", "The Java that the program runs on; else the first on the path.",
            "NO_COLOR", "Where set, nothing is coloured.");

    private SettingsVariables() {}

    /** By key; a variable that begins as ours do and is none is refused, with the nearest that there is. */
    static Map<String, SettingsLoader.Origin> of(Map<String, String> environment, Collection<String> keys) {
        Map<String, String> known =
                keys.stream().collect(Collectors.toMap(SettingsVariables::variable, Function.identity()));
        Map<String, SettingsLoader.Origin> values = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !OTHERS.containsKey(name)) {
                values.put(keyOf(name, known), new SettingsLoader.Origin(value, name));
            }
        });
        return values;
    }

    private static String keyOf(String variable, Map<String, String> known) {
        String key = known.get(variable);
        if (key == null) {
            throw new UsageException("Unknown setting " + variable + " in the environment; did you mean "
                    + Nearest.of(variable, new ArrayList<>(known.keySet())) + "?");
        }
        return key;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** {@code photoledger/application.yml} in the XDG folder for settings; null where the user has no folder. */
    static @Nullable Path userFile(Map<String, String> environment) {
        String settings = environment.getOrDefault("XDG_CONFIG_HOME", "");
        String user = environment.getOrDefault("HOME", "");
        // a relative one is to be ignored, by the XDG specification
        if (settings.startsWith("/")) {
            return Path.of(settings, "photoledger", "application.yml");
        }
        return user.startsWith("/") ? Path.of(user, ".config", "photoledger", "application.yml") : null;
    }
}
