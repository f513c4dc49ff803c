package org.photoledger.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.photoledger.backup.Backup;
import org.photoledger.custody.LedgerHead;
import org.photoledger.job.ExitCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * A backup that a command asks of the run that holds the home: a file in {@code HOME/requests}, and beside it the run's answer. The
 * answer is there before the request is gone.
 */
record BackupRequest(Path file, Path target) {

    /** What a run answers: an exit code, and the line that tells of the backup, or one sentence that says why there is none. */
    record Answer(int exitCode, String message, long bytes, String sha256, long ledgerLine, String ledgerHash) {

        static Answer of(Backup backup) {
            LedgerHead ledger = backup.ledger();
            return new Answer(ExitCode.COMPLETE, "", backup.bytes(), backup.sha256(), ledger.seq(), ledger.hash());
        }

        static Answer refused(int exitCode, @Nullable String message) {
            return new Answer(exitCode, String.valueOf(message), 0, "", 0, "");
        }
    }

    private static final String REQUEST = ".request";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a request holds. */
    private record Content(String target) {}

    static BackupRequest of(Home home, Path target) {
        return new BackupRequest(home.requests().resolve("backup-" + UUID.randomUUID() + REQUEST), target);
    }

    private Path answerFile() {
        return file.resolveSibling(file.getFileName() + ".answer");
    }

    void post() {
        replace(file, MAPPER.writeValueAsString(new Content(target.toString())));
    }

    boolean posted() {
        return Files.exists(file);
    }

    Optional<Answer> answer() {
        try {
            return Files.exists(answerFile())
                    ? Optional.of(MAPPER.readValue(Files.readString(answerFile()), Answer.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answer(Answer answer) {
        replace(answerFile(), MAPPER.writeValueAsString(answer));
        delete(file);
    }

    /** Nothing is asked any more. */
    void withdraw() {
        delete(file);
        delete(answerFile());
    }

    /** What waits to be served. */
    static List<BackupRequest> posted(Home home) {
        List<BackupRequest> requests = new ArrayList<>();
        for (Path file : files(home)) {
            if (file.toString().endsWith(REQUEST)) {
                read(file).ifPresent(requests::add);
            }
        }
        return requests;
    }

    private static Optional<BackupRequest> read(Path file) {
        try {
            String target =
                    MAPPER.readValue(Files.readString(file), Content.class).target();
            return Optional.of(new BackupRequest(file, Path.of(target)));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Throws away what dead commands and runs left; who still waits asks anew. */
    static void clear(Home home) {
        files(home).forEach(BackupRequest::delete);
    }

    private static List<Path> files(Home home) {
        if (!Files.isDirectory(home.requests())) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.requests(), "backup-*")) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            found.sort(Comparator.naturalOrder());
            return found;
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void replace(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent(), Home.OWNER_ONLY);
            WholeFile.replace(file, text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the request cannot be written", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the request cannot be removed", e);
        }
    }
}
