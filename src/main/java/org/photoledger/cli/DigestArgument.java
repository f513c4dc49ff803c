package org.photoledger.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import org.photoledger.store.DuplicateReader;
import org.photoledger.store.LinkedPhoto;

/** The argument CLUSTER|SHA256: a photo's digest, or its first digits. A cluster's id is the digest of its representative. */
final class DigestArgument {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8,64}");

    private DigestArgument() {}

    /** What was typed, in lower case; before a home is opened for it. */
    static String digits(String typed) {
        String digits = typed.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(digits).matches()) {
            throw new UsageException(
                    "\"" + typed
                            + "\" is no digest; give its 64 hexadecimal digits, or at least the first 8 (photoledger show PATH tells them).");
        }
        return digits;
    }

    static LinkedPhoto find(DuplicateReader reader, String digits) {
        List<LinkedPhoto> photos = reader.photos(reader.beginning(digits));
        if (photos.isEmpty()) {
            throw new RefusedException(
                    ExitCode.NOT_FOUND,
                    "No photo is recorded under the digest " + digits
                            + "; photoledger show PATH tells a photo's digest.");
        }
        if (photos.size() > 1) {
            throw new UsageException(
                    "The digests of several photos begin with " + digits + "; give more of the one that you mean.");
        }
        return photos.get(0);
    }
}
