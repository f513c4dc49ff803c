package org.photoledger.cli;

import org.jspecify.annotations.Nullable;
import org.photoledger.report.PrintableText;
import org.photoledger.report.RunComparison;
import org.photoledger.store.Run;

/** What differs between two runs, for people. */
final class ComparisonText {

    private ComparisonText() {}

    static void print(RunComparison comparison, Run one, Run other) {
        System.out.printf("%-30s %12s %12s %12s%n", "", "RUN " + one.number(), "RUN " + other.number(), "DIFFERENCE");
        comparison.counts().forEach(count -> numbers(count.name(), count.was(), count.became()));
        if (!comparison.outcomes().isEmpty()) {
            System.out.println("By outcome and reason, where it differs:");
            comparison
                    .outcomes()
                    .forEach(files -> numbers(outcome(files.outcome(), files.reason()), files.was(), files.became()));
        }
        System.out.println("Paths that both took up: " + comparison.inBoth() + "; ended otherwise or with other bytes: "
                + comparison.files().size());
        comparison
                .files()
                .forEach(file -> System.out.printf(
                        "  %s -> %s%s  %s%n",
                        outcome(file.was(), file.wasReason()),
                        outcome(file.became(), file.becameReason()),
                        file.otherBytes() ? ", other bytes" : "",
                        PrintableText.of(file.path())));
        System.out.println(
                comparison.facts().isEmpty()
                        ? "Versions, settings and parameters are the same."
                        : "Versions, settings and parameters that differ:");
        comparison
                .facts()
                .forEach(fact -> System.out.printf(
                        "  %s: %s -> %s%n", fact.name(), printed(fact.was()), printed(fact.became())));
    }

    private static void numbers(String name, long was, long became) {
        System.out.printf("  %-28s %12d %12d %+12d%n", name, was, became, became - was);
    }

    private static String outcome(String outcome, @Nullable String reason) {
        return reason == null ? outcome : outcome + " (" + reason + ")";
    }

    private static String printed(@Nullable String fact) {
        return fact == null || fact.isEmpty() ? "-" : PrintableText.of(fact);
    }
}
