package org.photoledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import org.photoledger.digest.Sha256;
import org.photoledger.store.ConsistencyReader.Original;
import org.photoledger.store.Database;

/** Reads every original again. A container stands for its members: they are the same as long as it is. */
final class OriginalsCheck {

    private static final int PAGE = 1_000;

    private final Database database;
    private final Mismatches found;
    private long read;
    private long gone;
    private long members;

    OriginalsCheck(Database database, Mismatches found) {
        this.database = database;
        this.found = found;
    }

    /** How many were read. */
    long check() {
        long last = 0;
        List<Original> page = database.consistency().originals(last, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::check);
            last = page.get(page.size() - 1).id();
            page = database.consistency().originals(last, PAGE);
        }
        if (gone > 0) {
            found.notice(gone + " files were not read again: a run noted already that they are gone.");
        }
        if (members > 0) {
            found.notice(members + " members of containers were not read one by one; their containers were.");
        }
        return read;
    }

    private void check(Original original) {
        if (original.gone()) {
            gone++;
            return;
        }
        Path file = original.path().in(original.root());
        String name = original.source() + "/" + original.path().text();
        try {
            String now = digest(file);
            read++;
            members += original.members();
            if (!now.equals(original.sha256())) {
                tell("The original " + name + " has other bytes than were received: its digest is " + now + ", was "
                        + original.sha256() + ".");
            }
        } catch (NoSuchFileException e) {
            tell("The original " + name + " is not at " + file + " any more.");
        } catch (IOException e) {
            tell("The original " + name + " cannot be read.");
        }
    }

    private void tell(String sentence) {
        found.add(Mismatch.Check.ORIGINAL, sentence);
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return Sha256.ofDigest(digest.digest()).hex();
    }
}
