package org.photoledger.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of the program in the macros of man(7), from the same words that {@code --help} prints, so that neither can say
 * what the other does not.
 */
final class ManualPage {

    private final CommandSpec program;
    private final StringBuilder page = new StringBuilder(1 << 15);

    ManualPage(CommandLine program) {
        this.program = program.getCommandSpec();
    }

    String text() {
        line(".TH PHOTOLEDGER 1 \"\" \"Photoledger " + Version.number() + "\"");
        section("NAME", "photoledger \\- turns a leak of photos into a ledger that holds up");
        section("SYNOPSIS", ".B photoledger\n.I VERB\n[options]");
        section("DESCRIPTION", escaped(String.join(" ", program.usageMessage().description())));
        section("VERBS", "");
        program.subcommands().values().forEach(verb -> verb(verb.getCommandSpec(), ""));
        section("OPTIONS OF EVERY VERB", "");
        globals().forEach(this::argument);
        section("EXIT STATUS", "");
        program.usageMessage().exitCodeList().forEach(this::item);
        section("ENVIRONMENT", "");
        SettingsVariables.OTHERS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(variable -> item(variable.getKey(), variable.getValue()));
        return page.toString();
    }

    private void verb(CommandSpec verb, String before) {
        String name = before + verb.name();
        line(".SS " + escaped(name + parameters(verb)));
        line(escaped(String.join(" ", verb.usageMessage().description())));
        verb.positionalParameters().forEach(this::argument);
        Set<String> everyVerbs = globals().stream().map(OptionSpec::longestName).collect(Collectors.toSet());
        verb.options().stream()
                .filter(option -> !everyVerbs.contains(option.longestName()) && !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(this::argument);
        verb.subcommands().values().forEach(inner -> verb(inner.getCommandSpec(), name + " "));
    }

    private static String parameters(CommandSpec verb) {
        return verb.positionalParameters().stream()
                .map(parameter -> parameter.arity().min() == 0
                        ? " [" + parameter.paramLabel() + "]"
                        : " " + parameter.paramLabel())
                .collect(Collectors.joining());
    }

    private List<OptionSpec> globals() {
        return CommandSpec.forAnnotatedObject(new GlobalOptions()).options();
    }

    private void argument(ArgSpec argument) {
        List<String> words = new ArrayList<>();
        if (argument instanceof OptionSpec option) {
            words.add(String.join(", ", option.names()));
        }
        if (argument instanceof PositionalParamSpec || argument.arity().max() > 0) {
            words.add(argument.paramLabel());
        }
        item(
                String.join(" ", words),
                String.join(" ", argument.description())
                        .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue())));
    }

    private void section(String title, String text) {
        line(".SH " + title);
        if (!text.isEmpty()) {
            line(text);
        }
    }

    private void item(String term, String text) {
        line(".TP\n.B " + escaped(term) + "\n" + escaped(text));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** A backslash, a hyphen and a point or an apostrophe at the beginning mean something else in roff. */
    private static String escaped(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
