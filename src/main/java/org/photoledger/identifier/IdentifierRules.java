package org.photoledger.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.identifier.IdentifierRule.Match;
import org.photoledger.identifier.IdentifierRule.Matches;

/**
 * The patterns that turn paths and texts into named identifiers. They come from a file (src/docs/identifiers.md); where no
 * rule matches, nothing is made. Usable by several threads; the time for a text of any content is bounded.
 */
public final class IdentifierRules {

    /** Longest text or path that is looked at, in characters. */
    static final int TEXT_CHARS = 65_536;

    /** Who finds, for findings. */
    static final String METHOD = "identifier-1";

    private final List<IdentifierRule> rules;

    private IdentifierRules(List<IdentifierRule> rules) {
        this.rules = rules;
    }

    /**
     * Rules of a file.
     *
     * @throws IdentifierRulesException with one sentence: which rule, what is wrong with it, what to do
     */
    public static IdentifierRules parse(String yaml) {
        return new IdentifierRules(RulesFile.read(yaml));
    }

    /** The built-in rules, {@code config/identifiers.yml}. */
    public static IdentifierRules defaults() {
        try (InputStream file = IdentifierRules.class.getResourceAsStream("/identifiers.yml")) {
            if (file == null) {
                throw new IllegalStateException("identifiers.yml is not built in");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a path says; limits that are met go unheard. */
    public List<Identifier> inPath(String path) {
        return inPath(path, finding -> {});
    }

    /**
     * What a path says.
     *
     * @param path relative, {@code /} between names, {@code !/} before members of a container
     * @param findings hears of each limit that is met
     */
    public List<Identifier> inPath(String path, Consumer<Finding> findings) {
        String looked = limited(path, "path", findings);
        Function<Match, String> raw = match -> looked.substring(match.from(), match.to());
        return look(PathText.of(looked), Origin.PATH, raw, findings);
    }

    /** What a text says; limits that are met go unheard. */
    public List<Identifier> inText(String normalized, String raw, Origin origin) {
        return inText(normalized, raw, origin, finding -> {});
    }

    /**
     * What a text says.
     *
     * @param normalized what the rules look at; {@code ^} and {@code $} stand for the ends of its lines
     * @param raw the text as it stands
     * @param findings hears of each limit that is met
     */
    public List<Identifier> inText(String normalized, String raw, Origin origin, Consumer<Finding> findings) {
        String looked = limited(normalized, "text", findings);
        Map<Place, List<FoldedText>> texts = Map.of(Place.TEXT, List.of(FoldedText.ofLines(looked)));
        return look(texts, origin, match -> RawPiece.of(looked, raw, match), findings);
    }

    /** Of what the rules mean: comments and layout have no part in it. */
    public String digest() {
        StringBuilder meaning = new StringBuilder(METHOD);
        rules.forEach(rule -> meaning.append('\n').append(rule.meaning()));
        return Sha256.of(meaning.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    private List<Identifier> look(
            Map<Place, List<FoldedText>> texts,
            Origin origin,
            Function<Match, String> raw,
            Consumer<Finding> findings) {
        List<Identifier> identifiers = new ArrayList<>();
        Set<List<String>> known = new HashSet<>();
        for (IdentifierRule rule : rules) {
            Matches matches = rule.in(texts);
            for (Match match : matches.found()) {
                String piece = raw.apply(match);
                // the first of several rules that say the same
                if (known.add(List.of(rule.identifier(), match.value(), piece))) {
                    identifiers.add(new Identifier(rule.identifier(), match.value(), piece, rule.name(), origin));
                }
            }
            if (matches.limited()) {
                findings.accept(ruleLimit(rule));
            }
        }
        return List.copyOf(identifiers);
    }

    private static Finding ruleLimit(IdentifierRule rule) {
        return finding("the rule " + rule.name() + " met a limit: it takes at most " + IdentifierRule.VALUES
                + " values of at most " + IdentifierRule.VALUE_CHARS + " characters from one path or text and looks at "
                + IdentifierRule.MATCHES + " matches");
    }

    /** The beginning that is looked at; the cut is not within a number or a word. */
    private static String limited(String text, String what, Consumer<Finding> findings) {
        if (text.length() <= TEXT_CHARS) {
            return text;
        }
        findings.accept(finding("the " + what + " has " + text.length() + " characters, of which the first "
                + TEXT_CHARS + " were looked at for identifiers"));
        int end = TEXT_CHARS;
        while (end > 0 && FoldedText.alike(text.charAt(end - 1), text.charAt(end))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static Finding finding(String detail) {
        return new Finding(FindingCode.IDENTIFIER_LIMIT, detail, METHOD);
    }
}
