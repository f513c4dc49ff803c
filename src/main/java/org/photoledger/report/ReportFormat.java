package org.photoledger.report;

import java.util.Locale;

/** One of the files of a run's report. */
public enum ReportFormat {
    JSON,
    CSV,
    HTML;

    /** The file's name without a folder. */
    public String fileOf(long run) {
        return "run-" + run + "." + name().toLowerCase(Locale.ROOT);
    }
}
