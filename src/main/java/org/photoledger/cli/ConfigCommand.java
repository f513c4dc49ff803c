package org.photoledger.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.photoledger.report.PrintableText;
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

    @Option(names = "--origin", description = "Also show which place gave each value.")
    private boolean origin;

    @Option(names = "--workers", paramLabel = "N", description = "As an import with this flag takes it.")
    private @Nullable Integer workers;

    @Option(names = "--text", paramLabel = "on|off", description = "As an import with this flag takes it.")
    private ImportCommand.@Nullable Switch text;

    @Override
    public Integer call() {
        if (!action.equals("show")) {
            throw new UsageException("config " + action + " is unknown; did you mean config show?");
        }
        RunOptions.requireWorkers(workers);
        SettingsLoader loader = SettingsLoader.load(options.home().folder(), options.config())
                .with("--workers", "workers.count", workers)
                .with("--text", "text.enabled", text == null ? null : text == ImportCommand.Switch.ON);
        loader.settings();
        loader.origins().forEach(this::print);
        if (options.json()) {
            new JsonLines().end(0);
        }
        return 0;
    }

    private void print(String key, SettingsLoader.Origin setting) {
        String value = setting.shown();
        if (options.json()) {
            new JsonLines().print("setting", Map.of("key", key, "value", value, "origin", setting.place()));
        } else {
            System.out.println(PrintableText.of(
                    key + ": " + (value.isEmpty() ? "\"\"" : value) + (origin ? "   # " + setting.place() : "")));
        }
    }
}
