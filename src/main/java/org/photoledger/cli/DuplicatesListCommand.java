package org.photoledger.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.photoledger.similarity.Band;
import org.photoledger.store.DuplicateReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code duplicates list}: counts and clusters of the home, or its pairs of a band, its hubs, its photos without a hash. */
@Command(name = "list", description = "List counts and clusters; or the pairs of a band, hubs, photos without a hash.")
final class DuplicatesListCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @ArgGroup
    private Instead instead = new Instead();

    /** What is listed in place of counts and clusters. */
    static final class Instead {

        @Option(
                names = "--band",
                paramLabel = "BAND",
                description = "The pairs of a band instead: SAME_IMAGE_DATA, REENCODE, NEAR or LOW_DETAIL.")
        private @Nullable String band;

        @Option(names = "--hubs", description = "The photos instead that have more near photos than are kept as pairs.")
        private boolean hubs;

        @Option(
                names = "--unhashed",
                description = "The photos instead that have no hash, or one of another algorithm.")
        private boolean unhashed;
    }

    @Override
    public Integer call() {
        Band band = instead.band == null ? null : band(instead.band);
        try (Session session = Session.existing(options, "duplicates")) {
            DuplicateLines lines = new DuplicateLines(options.json());
            list(session.database().duplicates(), band, lines);
            lines.end(session.database(), Map.of());
        }
        return 0;
    }

    private static Band band(String typed) {
        if (typed.equalsIgnoreCase(DuplicateLines.SIMILAR_SCENE)) {
            throw new UsageException("--band " + DuplicateLines.SIMILAR_SCENE
                    + " is not kept; photoledger duplicates show SHA256 --similar computes it for a photo.");
        }
        return Words.of(Band.class, "--band", typed);
    }

    private void list(DuplicateReader reader, @Nullable Band band, DuplicateLines lines) {
        if (band != null) {
            reader.pairs(band, lines::pair);
        } else if (instead.hubs) {
            reader.hubs(lines::hub);
        } else if (instead.unhashed) {
            reader.unhashed(lines::unhashed);
        } else {
            lines.counts(reader.counts());
            reader.clusters(lines::cluster);
        }
    }
}
