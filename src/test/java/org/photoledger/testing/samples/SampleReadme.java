package org.photoledger.testing.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page that says what each sample is there for; it is a sample itself. */
final class SampleReadme {

    private static final String OUTCOME = "ignored (NOT_A_PHOTO)";

    private SampleReadme() {}

    static Sample of(List<Sample> others) {
        StringBuilder page = new StringBuilder("""
                # Input samples

                Small synthetic pictures in the manner of the two cases that Photoledger is built for. Our own generator drew
                them (`org.photoledger.testing.samples.InputSamples` in the test tree); nobody is in them, and no picture,
                font or name is anybody's. `./photoledger import input-samples` records them; each file ends as this table
                says. Of equal files the first in byte order of its path is `recorded`, the others are `duplicate`.

                | file | what it is there for | outcome |
                |---|---|---|
                """);
        others.forEach(sample -> row(page, sample.path(), sample.why(), sample.outcome()));
        row(page, "README.md", "this page", OUTCOME);
        long recorded = count(others, Sample.RECORDED);
        long duplicate = count(others, Sample.DUPLICATE);
        page.append("\nIn all ")
                .append(others.size() + 1)
                .append(" files: ")
                .append(recorded)
                .append(" recorded, ")
                .append(duplicate)
                .append(" duplicate, ")
                .append(others.size() + 1 - recorded - duplicate)
                .append(" ignored, none unreadable, none quarantined.\n");
        return new Sample("README.md", page.toString().getBytes(StandardCharsets.UTF_8), "this page", OUTCOME);
    }

    private static void row(StringBuilder page, String path, String why, String outcome) {
        page.append("| `")
                .append(path)
                .append("` | ")
                .append(why)
                .append(" | ")
                .append(outcome)
                .append(" |\n");
    }

    private static long count(List<Sample> samples, String outcome) {
        return samples.stream()
                .filter(sample -> sample.outcome().equals(outcome))
                .count();
    }
}
