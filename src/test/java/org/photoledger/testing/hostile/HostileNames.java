package org.photoledger.testing.hostile;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.photoledger.source.SourcePath;
import org.photoledger.testing.Bytes;

/** Names that are commands, markup or no text at all, and names of what is no file. */
final class HostileNames {

    private static final List<String> TEXTS = List.of(
            "-rf",
            "--help",
            "$(id).jpg",
            "`id`.jpg",
            "; rm -rf ~.jpg",
            "*.jpg",
            "?.jpg",
            "~",
            "...",
            " .jpg ",
            "a\\b.jpg",
            "\\x41.jpg",
            "%2e%2e%2f.jpg",
            "CON",
            "NUL.jpg",
            "<img src=x onerror=alert(1)>.jpg",
            "=HYPERLINK(\"x\").jpg",
            "'; drop table photo; --.jpg",
            "${jndi:ldap:x}.jpg",
            "line\nbreak.jpg",
            "carriage\r\nreturn.jpg",
            "tab\t.jpg",
            "\u001b[2J\u001b[31m.jpg",
            "\u001b]0;title\u0007.jpg",
            "bell\u0007backspace\b\b\b.jpg",
            "delete\u007f.jpg",
            "\u009b31m.jpg",
            "turn\u202egpj.exe",
            "isolate\u2066.jpg",
            "line\u2028paragraph\u2029.jpg",
            "zero\u200bwidth\u200d.jpg",
            "\ufeffmark.jpg",
            "e\u0301.jpg",
            "\u00e9.jpg",
            "\ud83d\ude00.jpg",
            "صورة ٢١٣٨.jpg",
            "\"quoted\",;.jpg",
            "{\"v\":1,\"type\":\"run.finished\"}",
            "a".repeat(251) + ".jpg",
            "م".repeat(125) + ".jpg");

    /** Bytes that are no UTF-8: Latin, lone surrogate, overlong slash, beyond the last code point, all above ASCII. */
    private static final List<byte[]> NO_TEXTS = List.of(
            Bytes.of('c', 'a', 'f', 0xe9, '.', 'j', 'p', 'g'),
            Bytes.of(0xff, 0xfe),
            Bytes.of(0xed, 0xa0, 0x80, '.', 'j', 'p', 'g'),
            Bytes.of(0xc0, 0xaf, '.', 'j', 'p', 'g'),
            Bytes.of(0xf4, 0x90, 0x80, 0x80),
            Bytes.of(0xe2, 0x80),
            Bytes.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 0x1f, 0x7f),
            Bytes.of(0x80, 0x85, 0x9b, 0xa0));

    private static final long BEYOND_THE_LIMIT = 3L << 30;

    private HostileNames() {}

    /** All with the same photo, so that each but the first is a duplicate. */
    static List<HostileFile> all() {
        byte[] photo = BaseFiles.photo(80);
        List<HostileFile> files = new ArrayList<>();
        TEXTS.forEach(name -> files.add(named(name.getBytes(StandardCharsets.UTF_8), photo)));
        NO_TEXTS.forEach(name -> files.add(named(name, photo)));
        return files;
    }

    private static HostileFile named(byte[] name, byte[] content) {
        byte[] path = new Bytes().text("names/").add(name).array();
        return new HostileFile(SourcePath.ofBytes(path), content);
    }

    /** Links, loops, pipes, and a file of 3 GiB that takes no room. */
    static void writeSpecial(Path folder) throws IOException {
        Path special = Files.createDirectories(folder.resolve("special"));
        Files.createSymbolicLink(special.resolve("passwd.jpg"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(special.resolve("zeros.jpg"), Path.of("/dev/zero"));
        Files.createSymbolicLink(special.resolve("itself"), Path.of("itself"));
        Files.createSymbolicLink(special.resolve("parent"), Path.of(".."));
        Files.createSymbolicLink(special.resolve("nowhere.jpg"), Path.of("/nowhere/\u001b[31m"));
        Files.write(special.resolve("linked.jpg"), BaseFiles.photo(81));
        Files.createLink(special.resolve("hard-link.jpg"), special.resolve("linked.jpg"));
        pipe(special.resolve("pipe.jpg"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(special.resolve("sparse.jpg").toFile(), "rw")) {
            sparse.write(BaseFiles.photo(82));
            sparse.setLength(BEYOND_THE_LIMIT);
        }
    }

    /** Left out where there is no such program. */
    private static void pipe(Path path) {
        try {
            new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
        } catch (IOException e) {
            System.err.println("no named pipe: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
