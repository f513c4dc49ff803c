package org.photoledger.cli;

import org.photoledger.job.RunStatus;
import picocli.CommandLine.Help.Ansi;

/** Colours of what is told to people on standard output: how a run ended, and what is off. JSON is never coloured. */
enum Paint {
    GOOD("green"),
    UNFINISHED("yellow"),
    BAD("red");

    private final String colour;

    Paint(String colour) {
        this.colour = colour;
    }

    /** When to colour. */
    enum When {
        /** On a terminal that is not dumb, unless NO_COLOR (no-color.org) is set; the launcher found out. */
        AUTO,
        ALWAYS,
        NEVER;

        Ansi ansi() {
            boolean on = this == ALWAYS || (this == AUTO && Terminal.takesColour());
            return on ? Ansi.ON : Ansi.OFF;
        }
    }

    /** A run that is running has not ended. */
    static Paint of(RunStatus status) {
        return switch (status) {
            case COMPLETE -> GOOD;
            case STOPPED, RUNNING -> UNFINISHED;
            case FAILED -> BAD;
        };
    }

    String of(String words, When when) {
        return when.ansi().enabled() ? when.ansi().string("@|" + colour + " " + words + "|@") : words;
    }
}
