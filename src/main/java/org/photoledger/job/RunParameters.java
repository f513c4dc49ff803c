package org.photoledger.job;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.photoledger.source.ScannedName;

/**
 * What a run was asked for; kept with it, so that a resume does the same.
 *
 * @param limit take only the first so many names in byte order, 0 for all
 * @param text whether text is looked for
 * @param textOf the run whose photos are examined for their text alone, 0 where the run is an import
 */
record RunParameters(long limit, boolean text, long textOf) {

    private static final Pattern LIMIT = Pattern.compile("\"limit\":([0-9]+)");
    private static final Pattern RETRY = Pattern.compile("\"retry\":([0-9]+)");

    static RunParameters ofImport(long limit, boolean text) {
        return new RunParameters(limit, text, 0);
    }

    static RunParameters ofTextRetry(long run) {
        return new RunParameters(0, true, run);
    }

    static RunParameters parse(String json) {
        return new RunParameters(number(LIMIT, json), !json.contains("\"text\":false"), number(RETRY, json));
    }

    private static long number(Pattern pattern, String json) {
        Matcher found = pattern.matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    String json() {
        return textOf > 0
                ? "{\"retry\":" + textOf + ",\"part\":\"text\"}"
                : "{\"limit\":" + limit + ",\"text\":" + text + "}";
    }

    boolean retriesText() {
        return textOf > 0;
    }

    Iterator<ScannedName> of(Iterator<ScannedName> names) {
        if (limit == 0) {
            return names;
        }
        Spliterator<ScannedName> each = Spliterators.spliteratorUnknownSize(names, Spliterator.ORDERED);
        return StreamSupport.stream(each, false).limit(limit).iterator();
    }
}
