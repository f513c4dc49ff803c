package org.photoledger.metadata;

import java.util.HashMap;
import java.util.Map;

/** Numbers the directories of a block that share a name: GPS, then {@code GPS 2}. */
final class DirectoryNames {

    private final Map<String, Integer> seen = new HashMap<>();

    String next(String name) {
        int count = seen.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + " " + count;
    }
}
