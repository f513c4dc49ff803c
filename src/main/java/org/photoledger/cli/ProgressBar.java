package org.photoledger.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * One line at the end of standard error that is written over again and again, by carriage return and spaces alone. What
 * others print there while it is shown stands above it.
 */
final class ProgressBar implements AutoCloseable {

    private static final long PAUSE_MILLIS = 500;

    private final Supplier<String> text;
    private final int columns;
    private final PrintStream bare;
    private final Thread drawing = new Thread(this::draw, "progress-bar");
    private int drawn;
    private boolean lineBegun;
    private boolean closed;

    private ProgressBar(Supplier<String> text, int columns, PrintStream bare) {
        this.text = text;
        this.columns = columns;
        this.bare = bare;
    }

    /** Takes standard error until it is closed. */
    static ProgressBar on(Supplier<String> text, int columns) {
        ProgressBar bar = new ProgressBar(text, columns, System.err);
        System.setErr(new PrintStream(bar.new Above(), true, StandardCharsets.UTF_8));
        bar.drawing.setDaemon(true);
        bar.drawing.start();
        return bar;
    }

    private void draw() {
        try {
            while (redraw()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows the text as it is now; false once the bar is closed. */
    synchronized boolean redraw() {
        if (!closed && !lineBegun) {
            String line = fitting(text.get());
            int length = line.codePointCount(0, line.length());
            bare.print("\r" + line + " ".repeat(Math.max(0, drawn - length)));
            bare.flush();
            drawn = length;
        }
        return !closed;
    }

    private String fitting(String line) {
        return line.codePointCount(0, line.length()) <= columns
                ? line
                : line.substring(0, line.offsetByCodePoints(0, columns - 1)) + "…";
    }

    private void clear() {
        if (drawn > 0) {
            bare.print("\r" + " ".repeat(drawn) + "\r");
            drawn = 0;
        }
    }

    /** Gives standard error back; the line is gone. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            clear();
            bare.flush();
            System.setErr(bare);
        }
    }

    /** What is printed above the line. */
    private final class Above extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            synchronized (ProgressBar.this) {
                if (length > 0) {
                    clear();
                    bare.write(bytes, from, length);
                    lineBegun = bytes[from + length - 1] != '\n';
                }
            }
        }

        @Override
        public void flush() {
            bare.flush();
        }
    }
}
