package org.photoledger.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.photoledger.digest.Sha256;
import tools.jackson.databind.ObjectMapper;

/** A zip that ends with a manifest of its entries; each entry is counted and digested while it is written. */
final class BackupZip implements AutoCloseable {

    /** What an entry is filled by. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final MessageDigest digest = Sha256.newDigest();
    private final ZipOutputStream zip;
    private final List<Map<String, Object>> entries = new ArrayList<>();

    BackupZip(Path file) throws IOException {
        this.zip = new ZipOutputStream(
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest));
        // a run waits meanwhile
        zip.setLevel(Deflater.BEST_SPEED);
    }

    void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(zip);
        content.writeTo(counted);
        zip.closeEntry();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put("bytes", counted.bytes);
        entry.put("sha256", Sha256.ofDigest(counted.content.digest()).hex());
        entries.add(entry);
    }

    /** Ends the file with a manifest; gives the digest of the whole. */
    Sha256 finish(Map<String, Object> facts) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>(facts);
        manifest.put("files", entries);
        zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
        zip.write((new ObjectMapper().writeValueAsString(manifest) + "\n").getBytes(StandardCharsets.UTF_8));
        zip.close();
        return Sha256.ofDigest(digest.digest());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Leaves the zip open when it is closed itself. */
    private static final class Counted extends FilterOutputStream {

        private final MessageDigest content = Sha256.newDigest();
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int read) throws IOException {
            write(new byte[] {(byte) read}, 0, 1);
        }

        @Override
        public void write(byte[] read, int offset, int length) throws IOException {
            out.write(read, offset, length);
            content.update(read, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
