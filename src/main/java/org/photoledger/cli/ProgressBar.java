package org.photoledger.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One line at the end of standard error that is written over again and again, by carriage return and spaces alone. What
 * others print there while it is shown stands above it.
 */
final class ProgressBar implements AutoCloseable {

    private static final long PAUSE_MILLIS = 500;

    private static final int FIRST_PICTURE = 0x1f300;
    private static final Set<Character.UnicodeScript> WIDE = EnumSet.of(
            Character.UnicodeScript.HANGUL, Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA);

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
            int length = width(line);
            bare.print("\r" + line + " ".repeat(Math.max(0, drawn - length)));
            bare.flush();
            drawn = length;
        }
        return !closed;
    }

    private String fitting(String line) {
        int[] points = line.codePoints().toArray();
        StringBuilder fitting = new StringBuilder();
        int used = 0;
        for (int at = 0; at < points.length; at++) {
            used += width(points[at]);
            if (used > columns - (at == points.length - 1 ? 0 : 1)) {
                return fitting.append('…').toString();
            }
            fitting.appendCodePoint(points[at]);
        }
        return line;
    }

    private static int width(String line) {
        return line.codePoints().map(ProgressBar::width).sum();
    }

    /** Columns that a terminal gives a character: two for East Asian ones and pictures, none for marks that stand on another. */
    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = Character.isIdeographic(point)
                || point >= FIRST_PICTURE
                || (point >= 0x1100 && WIDE.contains(Character.UnicodeScript.of(point)));
        return wide ? 2 : 1;
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
