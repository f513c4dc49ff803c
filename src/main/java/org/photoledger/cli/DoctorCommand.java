package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.photoledger.image.HeifConverter;
import org.photoledger.job.ExitCode;
import org.photoledger.report.PrintableText;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.store.Database;
import org.photoledger.store.Run;
import org.photoledger.text.TextReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: checks the machine, the settings and the home, and says what to mend. */
@Command(name = "doctor", description = "Check this machine, the settings and the home.")
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    private boolean sound = true;

    @Override
    public Integer call() {
        Home home = options.home();
        check("java", () -> System.getProperty("java.runtime.version"));
        check("encoding of names", DoctorCommand::nameEncoding);
        check("memory", () -> DoctorMemory.state(settings(home).workers()));
        check("settings", () -> {
            SettingsLoader.load(home.folder(), options.config()).settings();
            return "valid";
        });
        check("text", () -> textState(home));
        check("heic", () -> heifState(home));
        check("workers", () -> ImportSettingsOf.confinement(settings(home)).applied());
        check("home", () -> homeState(home));
        check("free space", () -> freeSpace(home));
        if (Files.exists(home.folder().resolve("photoledger.mv.db")) || serverDatabase(home)) {
            check("database", this::databaseState);
        }
        check("encryption", () -> HomeProtection.encryption(settings(home).database()));
        int code = sound ? 0 : ExitCode.FAILED;
        if (options.json()) {
            new JsonLines().end(code);
        }
        return code;
    }

    private void check(String name, Supplier<String> work) {
        try {
            tell(name, true, work.get());
        } catch (RuntimeException e) {
            sound = false;
            tell(name, false, String.valueOf(e.getMessage()));
        }
    }

    private void tell(String name, boolean good, String detail) {
        if (options.json()) {
            new JsonLines().print("check", Map.of("check", name, "ok", good, "detail", detail));
        } else {
            System.out.printf(
                    "%-5s %-18s %s%n",
                    good ? "ok" : options.painted(Paint.BAD, "BAD  "), name, PrintableText.of(detail));
        }
    }

    private boolean serverDatabase(Home home) {
        return Files.isDirectory(home.folder())
                && !SettingsLoader.load(home.folder(), options.config())
                        .settings()
                        .database()
                        .url()
                        .isEmpty();
    }

    private Settings settings(Home home) {
        return SettingsLoader.load(home.folder(), options.config()).settings();
    }

    private static String nameEncoding() {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        if (!encoding.equals("UTF-8")) {
            throw new UsageException(
                    "is " + encoding + "; start the program through its launcher, which sets LC_ALL=C.UTF-8.");
        }
        return encoding;
    }

    private static String homeState(Home home) {
        if (!Files.isDirectory(home.folder())) {
            return home.folder() + " is not there yet; the first import makes it";
        }
        if (!Files.isWritable(home.folder())) {
            throw new UsageException(home.folder() + " cannot be written; check its permissions.");
        }
        if (home.openToOthers()) {
            throw new UsageException(
                    home.folder() + " is open to others; chmod 700 it, or choose another with --home.");
        }
        return home.folder().toString();
    }

    /** Starts a worker as an import does; a machine without the native library is sound, and says so. */
    private String textState(Home home) {
        Settings settings = settings(home);
        if (!settings.text().enabled()) {
            return "off (photoledger.text.enabled)";
        }
        Path folder = temporaryFolder();
        String notice = WorkerPool.probe(ImportSettingsOf.workers(settings, 1, folder));
        return notice.isEmpty() ? TextReader.ENGINE_VERSION : notice;
    }

    /** A machine without the program is sound: photos that need it are recorded without their pixels. */
    private String heifState(Home home) {
        HeifConverter heif = ImportSettingsOf.heif(settings(home));
        return heif.program() == null
                ? "HEIC, HEIF and AVIF are not decoded: " + heif.state()
                : heif.program() + ", libheif " + heif.state();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("photoledger-doctor");
        } catch (IOException e) {
            throw new UsageException("the temporary folder cannot be written: " + e.getMessage());
        }
    }

    private String freeSpace(Home home) {
        long free = FreeSpace.megabytes(home.folder());
        if (free < settings(home).storage().freeMegabytes()) {
            throw new UsageException("only " + free + " MiB are free; make room or choose another --home.");
        }
        return (free >> 10) + " GiB";
    }

    private String databaseState() {
        Home home = options.home();
        if (HomeLock.heldByAnother(home)) {
            return "in use (" + HomeLock.holder(home) + ") and not looked into";
        }
        try (Session session = Session.existing(options, "doctor")) {
            return session.database()
                            .runs()
                            .lastUnfinished()
                            .map(Run::number)
                            .map(run -> "opens; run " + run + " is unfinished: " + options.command("resume"))
                            .orElse("opens; no run is unfinished")
                    + lastComplete(session.database())
                    + HomeProtection.deadSpace(session.database());
        }
    }

    /** A night in which nothing ran shows here. */
    private static String lastComplete(Database database) {
        return PrometheusFile.lastComplete(database)
                .map(at -> "; the last complete import ended "
                        + Duration.between(at, Instant.now()).toHours() + " h ago, at " + at)
                .orElse("; no run is complete yet");
    }
}
