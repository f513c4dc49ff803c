package org.photoledger.testing.containers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.photoledger.digest.Sha256;

/**
 * The rows that an import of some files gives: those of a container follow it. Of equal photos the first in byte order of
 * the files' paths, and in the order of their members, is recorded and the others are duplicates.
 */
final class ExpectedRows {

    private static final Comparator<Made> BY_BYTES = (one, other) ->
            Arrays.compareUnsigned(one.name().bytes(), other.name().bytes());

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> recorded = new HashSet<>();

    private ExpectedRows() {}

    static List<Row> of(List<Made> files) {
        ExpectedRows expected = new ExpectedRows();
        files.stream().sorted(BY_BYTES).forEach(file -> expected.add("", file));
        return List.copyOf(expected.rows);
    }

    private void add(String container, Made made) {
        String path = container + made.name().shown();
        String digest =
                made.content() == null ? null : Sha256.of(made.content()).hex();
        Row row = new Row(path, made.outcome(), made.reason(), digest);
        boolean again = made.outcome().equals(Made.RECORDED) && !recorded.add(digest);
        rows.add(again ? row.as("duplicate") : row);
        made.members().forEach(member -> add(path + "!/", member));
    }
}
