package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaintTest {

    private static final String COLOURED = "\u001b[31mfailed\u001b[39m\u001b[0m";

    @AfterEach
    void noTerminal() {
        System.clearProperty("photoledger.colour");
    }

    @Test
    void wordsAreColouredWhereTheLauncherFoundATerminalForIt() {
        assertThat(Paint.BAD.of("failed", Paint.When.AUTO)).isEqualTo("failed");
        System.setProperty("photoledger.colour", "true");
        assertThat(Paint.BAD.of("failed", Paint.When.AUTO)).isEqualTo(COLOURED);
    }

    @Test
    void whatIsAskedForComesBeforeWhatWasFound() {
        assertThat(Paint.BAD.of("failed", Paint.When.ALWAYS)).isEqualTo(COLOURED);
        System.setProperty("photoledger.colour", "true");
        assertThat(Paint.BAD.of("failed", Paint.When.NEVER)).isEqualTo("failed");
    }
}
