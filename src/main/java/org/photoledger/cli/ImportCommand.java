package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.ExitCode;
import org.photoledger.job.ImportRequest;
import org.photoledger.job.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import SOURCE}: takes in what is new or changed in a folder, or goes on with its unfinished run. */
@Command(name = "import", description = "Import the photos of a folder; only new or changed files are examined.")
final class ImportCommand implements Callable<Integer> {

    /** Java is given arguments decoded: of bytes that are no UTF-8 nothing is left but this character. */
    private static final char UNDECODABLE = '\ufffd';

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private RunOptions runOptions = new RunOptions();

    @Parameters(paramLabel = "SOURCE", description = "The folder to import; it is only ever read.")
    private Path source = Path.of(".");

    @Option(names = "--name", paramLabel = "N", description = "The source's name (default: the last part of its path).")
    private @Nullable String name;

    @Option(names = "--limit", paramLabel = "N", description = "Take only the first N names in byte order.")
    private @Nullable Long limit;

    @Option(
            names = "--text",
            paramLabel = "on|off",
            description = "Look for text in photos and documents (default: photoledger.text.enabled).")
    private @Nullable Switch text;

    @Option(
            names = "--accept-changes",
            description =
                    "Go on though another folder is in the source's place, or settings of its unfinished run changed.")
    private boolean acceptChanges;

    /** The values of an option that is on or off. */
    enum Switch {
        ON,
        OFF
    }

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw new UsageException("--limit is " + limit + "; it must be at least 1.");
        }
        requireUsableName();
        Path root = readableFolder();
        Path home = options.home().real();
        if (home.startsWith(root)) {
            throw new UsageException("The home " + home + " is inside the source " + root
                    + "; choose a home outside it with --home, so that the source is never written to.");
        }
        if (root.startsWith(home)) {
            throw new UsageException("The source " + root + " is inside the home " + home + "; move one of the two.");
        }
        requireDatabaseOutside(root, options.home());
        ImportRequest request = new ImportRequest(
                root,
                name,
                limit == null ? 0 : limit,
                text == null ? null : text == Switch.ON,
                RunOptions.operator(),
                acceptChanges,
                runOptions.passwords());
        return runOptions.run(options, "import", runner -> runner.importSource(request));
    }

    private void requireDatabaseOutside(Path root, Home home) {
        String url = SettingsLoader.load(home.folder(), options.config())
                .settings()
                .database()
                .url();
        if (url.startsWith("jdbc:h2:file:")) {
            String file = url.substring("jdbc:h2:file:".length()).split(";", -1)[0];
            if (Path.of(file).toAbsolutePath().normalize().startsWith(root)) {
                throw new UsageException("The database " + url + " is inside the source " + root
                        + "; name a file outside it, so that the source is never written to.");
            }
        }
    }

    /** Exported paths are SOURCE/path, and a terminal shows them. */
    private void requireUsableName() {
        if (name != null
                && (name.isBlank() || name.indexOf('/') >= 0 || name.chars().anyMatch(Character::isISOControl))) {
            throw new UsageException(
                    "--name is \"" + name + "\"; it must not be empty nor hold a slash or control character.");
        }
    }

    private Path readableFolder() {
        if (!Files.exists(source) && source.toString().indexOf(UNDECODABLE) >= 0) {
            throw new UsageException("The source's path " + source
                    + " is not UTF-8 and cannot be named here; name a symbolic link to it, or mount it elsewhere.");
        }
        if (!Files.exists(source)) {
            throw new RefusedException(
                    ExitCode.NOT_FOUND, "There is no source at " + source + "; check the path or mount it.");
        }
        if (!Files.isDirectory(source)) {
            throw new UsageException("The source " + source + " is not a folder; name the folder that holds it.");
        }
        if (!Files.isReadable(source) || !Files.isExecutable(source)) {
            throw new RefusedException(
                    ExitCode.NOT_FOUND, "The source " + source + " cannot be read; check its permissions.");
        }
        try {
            return source.toRealPath();
        } catch (IOException e) {
            throw new RefusedException(
                    ExitCode.NOT_FOUND, "The source " + source + " cannot be read: " + e.getMessage());
        }
    }
}
