package org.photoledger.identifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a rules file; whatever is not understood is refused, never passed over. */
final class RulesFile {

    private static final int RULES = 200;

    private RulesFile() {}

    static List<IdentifierRule> read(String yaml) {
        if (!(load(yaml) instanceof Map<?, ?> file) || !(file.get("rules") instanceof List<?> entries)) {
            throw new IdentifierRulesException(
                    "The identifier rules have no list; begin the file with a line \"rules:\".");
        }
        for (Object key : file.keySet()) {
            if (!"rules".equals(key) && !"parts".equals(key)) {
                throw new IdentifierRulesException("The identifier rules have an unknown key \"" + key
                        + "\" beside \"parts\" and \"rules\"; correct it or take it out.");
            }
        }
        if (entries.size() > RULES) {
            throw new IdentifierRulesException(
                    "There are " + entries.size() + " identifier rules; " + RULES + " is the most, so take some out.");
        }
        return rules(entries, PatternParts.of(file.get("parts")));
    }

    private static @Nullable Object load(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(1 << 20);
        try {
            return new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null
                    ? ""
                    : " at line " + (e.getProblemMark().getLine() + 1);
            throw new IdentifierRulesException(
                    "The identifier rules are no valid YAML" + line + ": " + e.getProblem() + "; correct it.");
        } catch (YAMLException e) {
            throw new IdentifierRulesException("The identifier rules are no valid YAML: " + e.getMessage());
        }
    }

    private static List<IdentifierRule> rules(List<?> entries, PatternParts parts) {
        List<IdentifierRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int at = 0; at < entries.size(); at++) {
            if (!(entries.get(at) instanceof Map<?, ?> entry)) {
                throw new IdentifierRulesException("Identifier rule " + (at + 1)
                        + " is no set of keys and values; give it " + RuleEntry.KEYS + ".");
            }
            IdentifierRule rule = new RuleEntry(entry, at + 1, parts).rule();
            if (!names.add(rule.name())) {
                throw new IdentifierRulesException(
                        "Two identifier rules are named " + rule.name() + "; give each a name of its own.");
            }
            rules.add(rule);
        }
        return List.copyOf(rules);
    }
}
