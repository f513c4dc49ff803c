package org.photoledger.identifier;

import com.google.re2j.Matcher;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule makes of the named groups of a match. */
sealed interface RuleValue {

    /** The groups it needs; none: the whole match is meant. */
    List<String> groups();

    /** The value in normalized form, null for none. All groups have matched. */
    @Nullable
    String of(Matcher match);

    /** A Gregorian day out of the groups year, month and day; an impossible one is none. */
    record Day() implements RuleValue {

        private static final List<String> GROUPS = List.of("year", "month", "day");

        @Override
        public List<String> groups() {
            return GROUPS;
        }

        @Override
        public @Nullable String of(Matcher match) {
            int year = number(match.group("year"));
            try {
                return year < 1
                        ? null
                        : LocalDate.of(year, number(match.group("month")), number(match.group("day")))
                                .toString();
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** At most four digits; -1, which no date has, for anything else. */
        private static int number(String digits) {
            boolean number = digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            return number && !digits.isEmpty() ? Integer.parseInt(digits) : -1;
        }
    }

    /** Pieces of text, among them <code>{group}</code> for what a group matched. */
    record Template(List<String> pieces) implements RuleValue {

        static Template of(String text) {
            return new Template(List.of(text.split("(?=\\{\\w+})|(?<=\\{\\w{1,60}})", -1)));
        }

        @Override
        public List<String> groups() {
            return pieces.stream()
                    .filter(piece -> piece.startsWith("{"))
                    .map(Template::group)
                    .toList();
        }

        @Override
        public @Nullable String of(Matcher match) {
            StringBuilder value = new StringBuilder();
            for (String piece : pieces) {
                value.append(piece.startsWith("{") ? match.group(group(piece)) : piece);
            }
            String collapsed = value.toString().strip().replaceAll("\\s+", " ");
            return collapsed.isEmpty() ? null : collapsed;
        }

        private static String group(String piece) {
            return piece.substring(1, piece.length() - 1);
        }
    }
}
