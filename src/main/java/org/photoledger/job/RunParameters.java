package org.photoledger.job;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.photoledger.source.ScannedName;

/**
 * What an import was asked for; kept with its run, so that a resume does the same.
 *
 * @param limit take only the first so many names in byte order, 0 for all
 */
record RunParameters(long limit) {

    private static final Pattern LIMIT = Pattern.compile("\"limit\":([0-9]+)");

    static RunParameters parse(String json) {
        Matcher found = LIMIT.matcher(json);
        return new RunParameters(found.find() ? Long.parseLong(found.group(1)) : 0);
    }

    String json() {
        return "{\"limit\":" + limit + "}";
    }

    Iterator<ScannedName> of(Iterator<ScannedName> names) {
        if (limit == 0) {
            return names;
        }
        Spliterator<ScannedName> each = Spliterators.spliteratorUnknownSize(names, Spliterator.ORDERED);
        return StreamSupport.stream(each, false).limit(limit).iterator();
    }
}
