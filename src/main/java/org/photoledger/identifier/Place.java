package org.photoledger.identifier;

import java.util.Locale;

/** Where a rule looks: at each folder's name, at the file's name, at all names of a path together, or at a text. */
enum Place {
    FOLDER,
    FILE,
    PATH,
    TEXT;

    /** As it stands in the rules file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
