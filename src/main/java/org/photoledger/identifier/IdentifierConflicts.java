package org.photoledger.identifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/** What a path says and its photo contradicts. Neither is taken to be right. */
public final class IdentifierConflicts {

    private static final String DATE = "date";
    private static final Pattern DAY = Pattern.compile("[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?");
    private static final int LISTED = 10;

    private IdentifierConflicts() {}

    /**
     * A finding for the date if no date of the path can be the day of the capture time, and for each name of a number if path
     * and photo give numbers of this name and share none.
     *
     * @param captureTimeLocal ISO 8601 local time, as far as it is known; null for none
     */
    public static List<Finding> between(
            List<Identifier> path, List<Identifier> photo, @Nullable String captureTimeLocal) {
        List<Finding> findings = new ArrayList<>();
        Set<String> dates = numbers(path).getOrDefault(DATE, Set.of());
        if (captureTimeLocal != null && !dates.isEmpty() && noneOn(dates, captureTimeLocal)) {
            String detail = "the path says date " + listed(dates) + ", the capture time is " + captureTimeLocal;
            findings.add(new Finding(FindingCode.PATH_DATE_DIFFERS, detail, IdentifierRules.METHOD));
        }
        Map<String, Set<String>> inPhoto = numbers(photo);
        numbers(path).forEach((name, values) -> {
            Set<String> seen = inPhoto.getOrDefault(name, Set.of());
            if (!name.equals(DATE) && !seen.isEmpty() && noneShared(values, seen)) {
                String detail = "the path says " + name + " " + listed(values) + ", the photo says " + name + " "
                        + listed(seen);
                findings.add(new Finding(FindingCode.PATH_NUMBER_DIFFERS, detail, IdentifierRules.METHOD));
            }
        });
        return List.copyOf(findings);
    }

    private static Map<String, Set<String>> numbers(List<Identifier> identifiers) {
        Map<String, Set<String>> numbers = new LinkedHashMap<>();
        for (Identifier identifier : identifiers) {
            if (identifier.value().chars().anyMatch(c -> c >= '0' && c <= '9')) {
                numbers.computeIfAbsent(identifier.name(), name -> new LinkedHashSet<>())
                        .add(identifier.value());
            }
        }
        return numbers;
    }

    private static boolean noneOn(Set<String> dates, String captureTime) {
        String day = captureTime.split("T", 2)[0];
        return DAY.matcher(day).matches() && dates.stream().noneMatch(date -> date.startsWith(day));
    }

    private static boolean noneShared(Set<String> left, Set<String> right) {
        Set<String> plain = right.stream().map(IdentifierConflicts::plain).collect(Collectors.toSet());
        return left.stream().map(IdentifierConflicts::plain).noneMatch(plain::contains);
    }

    /** Zeros before a number say nothing. */
    private static String plain(String value) {
        return value.toLowerCase(Locale.ROOT).replaceFirst("^0+(?=[0-9])", "");
    }

    private static String listed(Set<String> values) {
        String some = values.stream().limit(LISTED).collect(Collectors.joining(", "));
        return values.size() > LISTED ? some + " and " + (values.size() - LISTED) + " more" : some;
    }
}
