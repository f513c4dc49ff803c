package org.photoledger.custody;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;

/**
 * One line of the ledger, of the canonical form that src/docs/custody.md describes. Its hash is the SHA-256 of the line
 * without the member {@code hash}; that includes the hash of the line before.
 *
 * @param text the line without its end
 */
public record LedgerLine(long seq, String prev, String hash, String text) {

    private static final int VERSION = 1;

    private static final Pattern BEGINNING =
            Pattern.compile("\\{\"v\":([0-9]{1,9}),\"seq\":([0-9]{1,18}),\"prev\":\"([0-9a-f]{64})\",");
    private static final Pattern ENDING = Pattern.compile(",\"hash\":\"([0-9a-f]{64})\"\\}");

    /** Length of what ENDING matches. */
    private static final int ENDING_LENGTH = 75;

    private static final String TIME = "\"time\":\"";
    private static final String TYPE = ",\"type\":\"";
    private static final String PAYLOAD = "\",\"payload\":";
    private static final Pattern VALID_UP_TO = Pattern.compile("\\{\"validUpTo\":([0-9]{1,18}),.*");

    /** The line that follows another. */
    static LedgerLine after(LedgerHead before, LedgerStamp stamp, LedgerEvent event) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("v", VERSION);
        members.put("seq", before.seq() + 1);
        members.put("prev", before.hash());
        members.put("time", stamp.time().truncatedTo(ChronoUnit.MILLIS).toString());
        members.put("actor", stamp.actor());
        members.put("tool", stamp.tool());
        members.put("settings", stamp.settings());
        members.put("type", event.type());
        members.put("payload", event.payload());
        String body = CanonicalJson.of(members);
        String hash = Sha256.of(body.getBytes(StandardCharsets.US_ASCII)).hex();
        String open = body.substring(0, body.length() - 1);
        return new LedgerLine(before.seq() + 1, before.hash(), hash, open + ",\"hash\":\"" + hash + "\"}");
    }

    /** A line as it stands in a file; null where it has not the form of one. */
    static @Nullable LedgerLine parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher beginning = BEGINNING.matcher(text);
        if (!beginning.lookingAt() || beginning.end() > text.length() - ENDING_LENGTH) {
            return null;
        }
        Matcher ending = ENDING.matcher(text.substring(text.length() - ENDING_LENGTH));
        return ending.matches()
                ? new LedgerLine(Long.parseLong(beginning.group(2)), beginning.group(3), ending.group(1), text)
                : null;
    }

    /** What is wrong with the line where it follows another; null if nothing is. */
    @Nullable
    String flaw(LedgerHead before) {
        if (seq != before.seq() + 1) {
            return "its sequence is " + seq + " where " + (before.seq() + 1) + " must follow";
        }
        byte[] line = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOf(line, line.length - ENDING_LENGTH + 1);
        body[body.length - 1] = '}';
        if (!Sha256.of(body).hex().equals(hash)) {
            return "its hash is not that of its content";
        }
        return prev.equals(before.hash()) ? null : "it does not follow the line before it, which has another hash";
    }

    LedgerHead head(LedgerHead before) {
        return new LedgerHead(seq, hash, before.bytes() + text.length() + 1);
    }

    /** The event's type; empty where a later format has none. */
    public String type() {
        int from = text.indexOf(TYPE);
        int to = from < 0 ? -1 : text.indexOf('"', from + TYPE.length());
        return to < 0 ? "" : text.substring(from + TYPE.length(), to);
    }

    /** When, as the line has it: lines that were written at once have the same. */
    public String time() {
        int from = text.indexOf(TIME);
        int to = from < 0 ? -1 : text.indexOf('"', from + TIME.length());
        return to < 0 ? "" : text.substring(from + TIME.length(), to);
    }

    /** The event's members as canonical JSON. */
    public String payload() {
        int from = text.indexOf(PAYLOAD);
        return from < 0 ? "" : text.substring(from + PAYLOAD.length(), text.length() - ENDING_LENGTH);
    }

    /** After which line all lines before this are void; -1 where this says no such thing. */
    long validUpTo() {
        Matcher matcher = VALID_UP_TO.matcher(payload());
        return type().equals(LedgerEvent.Resumed.TYPE) && matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }
}
