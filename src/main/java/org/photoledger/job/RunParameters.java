package org.photoledger.job;

import java.util.Iterator;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;

/**
 * What a run was asked for; kept with it, so that a resume does the same.
 *
 * @param limit take only the first so many names in byte order, 0 for all
 * @param text whether text is looked for
 * @param retry null where no part is looked for again
 * @param reopened the run whose encrypted files are opened again, 0 for none
 */
record RunParameters(long limit, boolean text, @Nullable Retry retry, long reopened) {

    private static final Pattern LIMIT = Pattern.compile("\"limit\":([0-9]+)");
    private static final Pattern RETRY = Pattern.compile("\"retry\":([0-9]+),\"part\":\"(text|hash)\"");

    private static final Pattern REOPENED = Pattern.compile("\"reopened\":([0-9]+)");

    /** What a retry looks for, and the run whose files it reads again. */
    record Retry(long of, RetryPart part) {}

    static RunParameters ofImport(long limit, boolean text) {
        return new RunParameters(limit, text, null, 0);
    }

    static RunParameters ofRetry(long run, RetryPart part) {
        return new RunParameters(0, part == RetryPart.TEXT, new Retry(run, part), 0);
    }

    static RunParameters ofReopening(long run, boolean text) {
        return new RunParameters(0, text, null, run);
    }

    /** Whether the run walks its source. */
    boolean ofImport() {
        return retry == null && reopened == 0;
    }

    static RunParameters parse(String json) {
        Matcher retry = RETRY.matcher(json);
        if (retry.find()) {
            RetryPart part = RetryPart.valueOf(retry.group(2).toUpperCase(Locale.ROOT));
            return ofRetry(Long.parseLong(retry.group(1)), part);
        }
        boolean text = !json.contains("\"text\":false");
        Matcher reopened = REOPENED.matcher(json);
        if (reopened.find()) {
            return ofReopening(Long.parseLong(reopened.group(1)), text);
        }
        Matcher limit = LIMIT.matcher(json);
        return ofImport(limit.find() ? Long.parseLong(limit.group(1)) : 0, text);
    }

    String json() {
        if (reopened != 0) {
            return "{\"reopened\":" + reopened + ",\"text\":" + text + "}";
        }
        return retry != null
                ? "{\"retry\":" + retry.of + ",\"part\":\"" + retry.part.word() + "\"}"
                : "{\"limit\":" + limit + ",\"text\":" + text + "}";
    }

    /** Whether all names are walked through. */
    boolean whole() {
        return ofImport() && limit == 0;
    }

    /** Of the names of a source those that it is to take. */
    Iterator<ScannedName> of(Iterator<ScannedName> names, Predicate<SourcePath> certain) {
        Spliterator<ScannedName> each = Spliterators.spliteratorUnknownSize(names, Spliterator.ORDERED);
        return StreamSupport.stream(each, false)
                .filter(name -> certain.test(name.path()))
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .iterator();
    }
}
