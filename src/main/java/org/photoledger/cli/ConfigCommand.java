package org.photoledger.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code config show}: the settings in force. */
@Command(name = "config", description = "Show the settings in force.")
final class ConfigCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "show", description = "What to do; only show.")
    private String action = "show";

    @Option(names = "--origin", description = "Also show which file gave each value.")
    private boolean origin;

    @Override
    public Integer call() {
        if (!action.equals("show")) {
            throw new UsageException("config " + action + " is unknown; did you mean config show?");
        }
        SettingsLoader loader = SettingsLoader.load(options.home().folder(), options.config());
        loader.settings();
        loader.origins().forEach(this::print);
        if (options.json()) {
            new JsonLines().end(0);
        }
        return 0;
    }

    private void print(String key, SettingsLoader.Origin value) {
        if (options.json()) {
            new JsonLines().print("setting", Map.of("key", key, "value", value.value(), "origin", value.place()));
        } else {
            System.out.println(key + ": " + (value.value().isEmpty() ? "\"\"" : value.value())
                    + (origin ? "   # " + value.place() : ""));
        }
    }
}
