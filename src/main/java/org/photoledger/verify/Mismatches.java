package org.photoledger.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects mismatches and notices; of very many mismatches the rest is only counted. */
final class Mismatches {

    static final int MOST = 1_000;

    private final List<Mismatch> found = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private long number;

    void add(Mismatch.Check check, String sentence) {
        number++;
        if (found.size() < MOST) {
            found.add(new Mismatch(check, sentence));
        }
    }

    void notice(String sentence) {
        notices.add(sentence);
    }

    List<Mismatch> found() {
        return List.copyOf(found);
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    long number() {
        return number;
    }
}
