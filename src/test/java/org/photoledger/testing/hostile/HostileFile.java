package org.photoledger.testing.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.photoledger.source.SourcePath;

/** A file that was made to do harm: its path's bytes and its content. */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record HostileFile(SourcePath path, byte[] content) {

    static HostileFile of(String path, byte[] content) {
        return new HostileFile(SourcePath.ofBytes(path.getBytes(StandardCharsets.UTF_8)), content);
    }

    /** Into a folder; throws IOException where the file system refuses the name. */
    public void write(Path folder) throws IOException {
        // not by its text: what may stand in a path depends on the locale
        Path file = path.in(folder);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
