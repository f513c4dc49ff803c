package org.photoledger.cli;

import org.photoledger.store.Database;
import org.photoledger.store.FileUse;

/** What doctor says of the home's files: what is encrypted, and whether the database's file is mostly dead space. */
final class HomeProtection {

    private static final String VOLUME = "keep the home on an encrypted volume (LUKS, fscrypt)";

    /** A smaller file is no trouble to anyone, however little of it is in use. */
    static final long WORTH_COMPACTING = 64L << 20;

    private HomeProtection() {}

    static String encryption(Settings.DatabasePart part) {
        return part.encrypted()
                ? "the database (" + part.encryption()
                        + "); not the ledger, reports, status, requests, spool, logs and exports: " + VOLUME
                : "off: " + VOLUME;
    }

    /** Empty for a server. */
    static String deadSpace(Database database) {
        return database.isFile() ? "; " + deadSpace(database.fileUse()) : "";
    }

    /** More than half: then a file half as large holds the same. */
    static String deadSpace(FileUse use) {
        boolean offered = use.bytes() >= WORTH_COMPACTING && use.live() < use.bytes() / 2;
        return (use.bytes() >> 20) + " MiB, " + use.live() * 100 / Math.max(1, use.bytes()) + " % in use"
                + (offered ? ": photoledger compact makes it smaller" : "");
    }
}
