package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.ExitCode;
import org.photoledger.report.PrintableText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code init [--systemd]}: makes a home with its settings to be edited, and the units of a nightly import. Nothing that is there is changed. */
@Command(
        name = "init",
        description = "Make a home with settings to edit; with --systemd the units of a nightly import too.")
final class InitCommand implements Callable<Integer> {

    private static final Path FOR_ALL = Path.of("/etc/systemd/system");

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(names = "--systemd", description = "Write systemd units that import folders at night.")
    private boolean systemd;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the units go (default: /etc/systemd/system for root, else ~/.config/systemd/user).")
    private @Nullable Path units;

    private final List<Path> written = new ArrayList<>();
    private final List<Path> kept = new ArrayList<>();

    @Override
    public Integer call() {
        Home home = options.home();
        home.create();
        write(home.folder().resolve("application.yml"), commentedSettings(), "rw-------");
        if (systemd) {
            new SystemdUnits(launcher(), home.folder())
                    .texts()
                    .forEach((name, text) -> write(unitFolder().resolve(name), text, "rw-r--r--"));
        }
        tell(home);
        return ExitCode.COMPLETE;
    }

    private static Path launcher() {
        String launcher = System.getProperty("photoledger.launcher", "");
        if (launcher.isEmpty()) {
            throw new UsageException("The program does not know where it lies; start it through its launcher.");
        }
        return Path.of(launcher);
    }

    private Path unitFolder() {
        if (units != null) {
            return units.toAbsolutePath().normalize();
        }
        return isRoot() ? FOR_ALL : Path.of(System.getProperty("user.home", "."), ".config", "systemd", "user");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    /** The defaults, each line a comment: what is not touched follows later releases. */
    private static String commentedSettings() {
        return Resource.text("/application.yml")
                .lines()
                .map(line ->
                        line.isBlank() || line.startsWith("#") || line.startsWith("photoledger:") ? line : "#" + line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void write(Path file, String text, String mode) {
        if (Files.exists(file)) {
            kept.add(file);
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
            Files.writeString(file, text);
            // the umask takes more away than is meant
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            written.add(file);
        } catch (IOException e) {
            throw new UsageException(
                    "The file " + file + " cannot be written; name another folder with -o, or check its permissions.");
        }
    }

    private void tell(Home home) {
        if (options.json()) {
            written.forEach(file -> new JsonLines().print("written", Map.of("file", file.toString())));
            kept.forEach(file -> new JsonLines().print("kept", Map.of("file", file.toString())));
            new JsonLines().end(ExitCode.COMPLETE);
            return;
        }
        written.forEach(file -> System.out.println("Written: " + PrintableText.of(file.toString())));
        kept.forEach(file -> System.out.println("Kept:    " + PrintableText.of(file.toString()) + " (it was there)"));
        System.out.println("Home:    " + PrintableText.of(home.folder().toString()));
        if (systemd && units != null) {
            System.out.println("First:   systemctl link " + unitFolder() + "/photoledger-*");
        }
        System.out.println(
                systemd
                        ? "Next:    systemctl" + (isRoot() ? "" : " --user")
                                + " enable --now photoledger-import@$(systemd-escape --path /mnt/leak).timer"
                        : "Next:    photoledger import SOURCE --home "
                                + PrintableText.of(home.folder().toString()));
    }
}
