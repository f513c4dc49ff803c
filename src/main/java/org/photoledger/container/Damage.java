package org.photoledger.container;

import java.io.EOFException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for what libraries throw at hostile bytes; their own messages quote names, and may differ from run to run. */
final class Damage {

    private Damage() {}

    static String words(Throwable problem) {
        if (problem instanceof ContentException known && known.end() instanceof MemberEnd.Damaged damaged) {
            return damaged.detail();
        }
        if (chain(problem).anyMatch(EOFException.class::isInstance)) {
            return "cut short";
        }
        return chain(problem)
                .map(link -> link.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(", ", "not readable (", ")"));
    }

    private static Stream<Throwable> chain(Throwable problem) {
        return Stream.iterate(problem, link -> link != null, Throwable::getCause)
                .limit(8);
    }
}
