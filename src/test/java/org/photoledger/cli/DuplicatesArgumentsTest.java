package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arguments that cannot be meant are refused in one sentence before a home is opened. */
class DuplicatesArgumentsTest {

    @TempDir
    private Path folder = Path.of("");

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(before);
    }

    private void refused(int exitCode, String words, String verb, String... arguments) {
        errors.reset();
        List<String> line = new ArrayList<>(List.of("duplicates", verb));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--home", folder.resolve("none").toString()));
        assertThat(Main.commandLine().execute(line.toArray(String[]::new))).isEqualTo(exitCode);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(words).hasLineCount(1);
    }

    @Test
    void whatIsNoDigestIsRefused() {
        refused(2, "\"a.jpg\" is no digest", "show", "a.jpg");
        refused(2, "at least the first 8", "show", "abcdef0");
        refused(2, "is no digest", "show", "a".repeat(65));
        refused(2, "Missing required parameter", "show");
    }

    @Test
    void whatMayBeADigestIsLookedForInTheHome() {
        refused(10, "There is no home", "show", "ABCDEF01");
    }

    @Test
    void anUnknownBandGetsASuggestion() {
        refused(2, "--band is \"recode\"; did you mean REENCODE?", "list", "--band", "recode");
    }

    @Test
    void similarScenesAreToldToBeComputed() {
        refused(2, "duplicates show SHA256 --similar computes it", "list", "--band", "similar_scene");
    }

    @Test
    void onlyOneListIsGivenAtATime() {
        refused(2, "mutually exclusive", "list", "--hubs", "--unhashed");
    }

    @Test
    void anUnknownVerbGetsASuggestion() {
        refused(2, "did you mean list?", "lst");
    }
}
