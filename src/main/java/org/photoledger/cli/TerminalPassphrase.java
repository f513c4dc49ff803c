package org.photoledger.cli;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Asks on the terminal itself, without showing what is typed, wherever input and output go. */
final class TerminalPassphrase {

    private static final File TERMINAL = new File("/dev/tty");

    private TerminalPassphrase() {}

    static String ask(String question) {
        try (OutputStream out = new FileOutputStream(TERMINAL);
                InputStream in = new FileInputStream(TERMINAL)) {
            Thread showing = new Thread(() -> echo("echo"), "show-typing");
            Runtime.getRuntime().addShutdownHook(showing);
            try {
                hide();
                out.write(question.getBytes(StandardCharsets.UTF_8));
                return line(in);
            } finally {
                echo("echo");
                Runtime.getRuntime().removeShutdownHook(showing);
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UsageException(
                    "There is no terminal to ask for the passphrase; set photoledger.database.encryption to"
                            + " key-file where the program runs without one.");
        }
    }

    private static void hide() {
        if (!echo("-echo")) {
            throw new UsageException("The terminal would show the passphrase while it is typed (stty failed);"
                    + " set photoledger.database.encryption to key-file.");
        }
    }

    private static boolean echo(String how) {
        try {
            return new ProcessBuilder("stty", how)
                            .redirectInput(TERMINAL)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            bytes.write(read);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
