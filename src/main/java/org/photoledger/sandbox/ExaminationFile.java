package org.photoledger.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.photoledger.photo.PhotoExamination;

/** An examination laid down in a file of our own until its chunk is written: large ones would fill the parent's memory. */
public final class ExaminationFile {

    private ExaminationFile() {}

    public static void write(Path file, PhotoExamination found) {
        try {
            Files.write(file, PhotoExaminationCodec.encode(found));
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be written", e);
        }
    }

    /** Reads it back and removes the file. */
    public static PhotoExamination take(Path file) {
        try {
            PhotoExamination found = PhotoExaminationCodec.decode(Files.readAllBytes(file));
            Files.delete(file);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be read", e);
        }
    }
}
