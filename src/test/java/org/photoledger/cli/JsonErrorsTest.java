package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A verb that is called wrongly says so in one line of JSON where JSON is asked for, whatever the verb. */
class JsonErrorsTest {

    static List<String> verbs() {
        return VerbCases.verbs();
    }

    @Test
    void everyVerbHasACase() {
        assertThat(VerbCases.verbs()).hasSizeGreaterThan(20);
        assertThat(VerbCases.withoutCase()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void anUnknownOptionIsOneLineOfJsonWithTheExitCode(String verb) {
        List<String> arguments = new ArrayList<>(List.of(verb.split(" ", -1)));
        arguments.addAll(List.of("--no-such-option", "--json"));
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        int code;
        try {
            code = Main.commandLine().execute(arguments.toArray(String[]::new));
        } finally {
            System.setOut(out);
        }
        assertThat(code).isEqualTo(2);
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(lines.get(0));
        assertThat(line.get("v").asInt()).isEqualTo(1);
        assertThat(line.get("type").asString()).isEqualTo("error");
        assertThat(line.get("exitCode").asInt()).isEqualTo(2);
        assertThat(line.get("message").asString()).contains(verb + " --help shows what it takes");
    }
}
