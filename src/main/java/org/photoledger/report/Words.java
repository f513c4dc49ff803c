package org.photoledger.report;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of the page in one language. */
final class Words {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ReportLanguage language;
    private final ResourceBundle bundle;

    private Words(ReportLanguage language) {
        this.language = language;
        Locale locale = language == ReportLanguage.EN ? Locale.ROOT : Locale.forLanguageTag(language.tag());
        this.bundle = ResourceBundle.getBundle("org.photoledger.report.words", locale, NO_FALLBACK);
    }

    static Words in(ReportLanguage language) {
        return new Words(language);
    }

    ReportLanguage language() {
        return language;
    }

    /** A word or sentence; places for values are {@code {0}}, {@code {1}} and so on. */
    String text(String key) {
        return bundle.getString(key);
    }

    /** What the operator can do about files with a reason. */
    String advice(String reason) {
        return of("advice.", reason);
    }

    /** What a code means; the code itself where nobody wrote it down. */
    String of(String prefix, String code) {
        return bundle.containsKey(prefix + code) ? bundle.getString(prefix + code) : code;
    }
}
