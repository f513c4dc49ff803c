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
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;
import org.photoledger.store.LostFiles;

/**
 * What a run was asked for; kept with it, so that a resume does the same.
 *
 * @param limit take only the first so many names in byte order, 0 for all
 * @param text whether text is looked for
 * @param retry null where no part is looked for again
 * @param again null where no file that another run lost is tried again
 */
record RunParameters(
        long limit,
        boolean text,
        @Nullable Retry retry,
        @Nullable Again again) {

    private static final Pattern LIMIT = Pattern.compile("\"limit\":([0-9]+)");
    private static final Pattern RETRY = Pattern.compile("\"retry\":([0-9]+),\"part\":\"(text|hash)\"");

    /** As releases kept it that opened again what was encrypted, and nothing else. */
    private static final Pattern REOPENED = Pattern.compile("\"reopened\":([0-9]+)");

    private static final Pattern AGAIN = Pattern.compile("\"again\":([0-9]+)");
    private static final Pattern OUTCOME = Pattern.compile("\"outcome\":\"([a-z]+)\"");
    private static final Pattern REASON = Pattern.compile("\"reason\":\"([A-Z_]+)\"");
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]+)\"");

    /** What a retry looks for, and the run whose files it reads again. */
    record Retry(long of, RetryPart part) {}

    /** The run that lost files, and which of them are tried again. */
    record Again(long of, LostFiles lost) {}

    static RunParameters ofImport(long limit, boolean text) {
        return new RunParameters(limit, text, null, null);
    }

    static RunParameters ofRetry(long run, RetryPart part) {
        return new RunParameters(0, part == RetryPart.TEXT, new Retry(run, part), null);
    }

    static RunParameters ofAgain(long run, LostFiles lost, boolean text) {
        return new RunParameters(0, text, null, new Again(run, lost));
    }

    /** Whether the run walks its source. */
    boolean ofImport() {
        return retry == null && again == null;
    }

    static RunParameters parse(String json) {
        Matcher retry = RETRY.matcher(json);
        if (retry.find()) {
            RetryPart part = RetryPart.valueOf(retry.group(2).toUpperCase(Locale.ROOT));
            return ofRetry(Long.parseLong(retry.group(1)), part);
        }
        boolean text = !json.contains("\"text\":false");
        String reopened = in(REOPENED, json);
        if (reopened != null) {
            return ofAgain(Long.parseLong(reopened), LostFiles.ENCRYPTED, text);
        }
        String again = in(AGAIN, json);
        if (again != null) {
            return ofAgain(Long.parseLong(again), lost(json), text);
        }
        String limit = in(LIMIT, json);
        return ofImport(limit == null ? 0 : Long.parseLong(limit), text);
    }

    private static LostFiles lost(String json) {
        String outcome = in(OUTCOME, json);
        String reason = in(REASON, json);
        return new LostFiles(
                outcome == null ? null : Outcome.ofWord(outcome),
                reason == null ? null : Reason.valueOf(reason),
                in(TYPE, json));
    }

    private static @Nullable String in(Pattern pattern, String json) {
        Matcher found = pattern.matcher(json);
        return found.find() ? found.group(1) : null;
    }

    String json() {
        if (again != null) {
            Outcome outcome = again.lost.outcome();
            Reason reason = again.lost.reason();
            return "{\"again\":" + again.of + member("outcome", outcome == null ? null : outcome.word())
                    + member("reason", reason == null ? null : reason.name()) + member("type", again.lost.mediaType())
                    + ",\"text\":" + text + "}";
        }
        return retry != null
                ? "{\"retry\":" + retry.of + ",\"part\":\"" + retry.part.word() + "\"}"
                : "{\"limit\":" + limit + ",\"text\":" + text + "}";
    }

    private static String member(String name, @Nullable String value) {
        return value == null ? "" : ",\"" + name + "\":\"" + value + "\"";
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
