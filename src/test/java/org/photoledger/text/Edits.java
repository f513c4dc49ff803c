package org.photoledger.text;

/** Edit distance (Levenshtein, Soviet Physics Doklady 10, 1966): for the share of characters that are wrong. */
final class Edits {

    private Edits() {}

    static int between(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int at = 0; at <= to.length(); at++) {
            before[at] = at;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] now = new int[to.length() + 1];
            now[0] = row;
            for (int at = 1; at <= to.length(); at++) {
                int swap = before[at - 1] + (from.charAt(row - 1) == to.charAt(at - 1) ? 0 : 1);
                now[at] = Math.min(swap, 1 + Math.min(before[at], now[at - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
