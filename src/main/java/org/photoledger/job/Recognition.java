package org.photoledger.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.SourceFingerprint;
import org.photoledger.store.Database;
import org.photoledger.store.KnownName;
import org.photoledger.store.StoredSource;

/**
 * Whether a folder is a source that is known: by volume and path on it where both have one, else by the names and sizes that
 * are known of it.
 */
final class Recognition {

    /** Names that are looked for; of a larger source a sample. */
    private static final int NAMES = 10_000;

    private final Database database;

    Recognition(Database database) {
        this.database = database;
    }

    /** What was found out about a folder. */
    sealed interface Recognized {

        /** It is the source, which this fingerprint stands for from now on. */
        record Same(SourceFingerprint fingerprint) implements Recognized {}

        /** It is not, for this reason; or nobody can tell, because nothing is in it. */
        record Another(boolean empty, String why) implements Recognized {}
    }

    Recognized of(StoredSource stored, SourcePlace place) {
        List<KnownName> names = database.sources().knownNames(stored.id(), NAMES);
        // the folder that a volume is mounted on is empty while it is not mounted
        if (!names.isEmpty() && place.empty()) {
            return new Recognized.Another(true, "it is empty");
        }
        SourceFingerprint known = stored.source().fingerprint();
        SourceFingerprint volume = place.volume();
        if (volume != null && known.kind() == SourceFingerprint.Kind.VOLUME) {
            return known.equals(volume)
                    ? new Recognized.Same(known)
                    : new Recognized.Another(false, "it is on another volume, or elsewhere on the same");
        }
        NamesPresent present = NamesPresent.in(place.root(), names);
        return present.enough()
                ? new Recognized.Same(volume == null ? known : volume)
                : new Recognized.Another(false, present.sentence());
    }

    /** What stands for a source from now on, if the operator lets another folder stand for it. */
    static SourceFingerprint fingerprint(Recognized recognized, @Nullable SourceFingerprint volume) {
        if (recognized instanceof Recognized.Same same) {
            return same.fingerprint();
        }
        return volume == null ? SourceFingerprint.drawn() : volume;
    }
}
