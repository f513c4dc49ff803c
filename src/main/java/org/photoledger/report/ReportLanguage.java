package org.photoledger.report;

import java.util.Locale;

/** A language that the report's page can be read in; JSON and CSV have one form only. */
public enum ReportLanguage {
    EN("ltr"),
    AR("rtl");

    private final String direction;

    ReportLanguage(String direction) {
        this.direction = direction;
    }

    /** As in HTML's {@code lang} and the setting {@code photoledger.report.language}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in HTML's {@code dir}. */
    String direction() {
        return direction;
    }
}
