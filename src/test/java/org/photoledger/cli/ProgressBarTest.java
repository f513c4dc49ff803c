package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private volatile String text = "examine: 1 of 3 files";

    @AfterEach
    void giveStandardErrorBack() {
        System.setErr(before);
    }

    private ProgressBar bar(int columns) {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return ProgressBar.on(() -> text, columns);
    }

    /** What a terminal shows after what was printed: a carriage return goes back in its line. */
    private String shown() {
        StringBuilder screen = new StringBuilder();
        StringBuilder line = new StringBuilder();
        int at = 0;
        for (char next : printed.toString(StandardCharsets.UTF_8).toCharArray()) {
            if (next == '\n') {
                screen.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                at = 0;
            } else if (next == '\r') {
                at = 0;
            } else {
                line.replace(at, Math.min(at + 1, line.length()), String.valueOf(next));
                at++;
            }
        }
        return screen.append(line.toString().stripTrailing()).toString();
    }

    private void await(String end) throws InterruptedException {
        for (int wait = 0; wait < 100 && !shown().endsWith(end); wait++) {
            Thread.sleep(50);
        }
        assertThat(shown()).endsWith(end);
    }

    @Test
    void itIsOneLineThatIsWrittenOver() throws InterruptedException {
        try (ProgressBar bar = bar(79)) {
            assertThat(bar.redraw()).isTrue();
            await("examine: 1 of 3 files");
            text = "report";
            await("report");
            assertThat(shown()).isEqualTo("report");
        }
        assertThat(shown()).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
    }

    @Test
    void whatOthersPrintStandsAboveIt() throws InterruptedException {
        try (ProgressBar bar = bar(79)) {
            assertThat(bar.redraw()).isTrue();
            await("examine: 1 of 3 files");
            System.err.println("quarantined (DEADLINE): a.jpg");
            await("examine: 1 of 3 files");
            assertThat(shown()).isEqualTo("quarantined (DEADLINE): a.jpg\nexamine: 1 of 3 files");
        }
        assertThat(shown()).isEqualTo("quarantined (DEADLINE): a.jpg\n");
    }

    @Test
    void itIsNoWiderThanTheTerminal() throws InterruptedException {
        text = "examine: of a path that is too long";
        try (ProgressBar bar = bar(20)) {
            assertThat(bar.redraw()).isTrue();
            await("examine: of a path …");
        }
    }

    @Test
    void wideCharactersTakeTwoColumns() throws InterruptedException {
        text = "写真写真写真写真写真写真";
        try (ProgressBar bar = bar(10)) {
            assertThat(bar.redraw()).isTrue();
            await("写真写真…");
        }
    }

    @Test
    void closedTwiceItIsGoneOnce() {
        ProgressBar bar = bar(79);
        bar.close();
        bar.close();
        System.err.print("after");
        assertThat(shown()).isEqualTo("after");
    }
}
