package org.photoledger.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion bash|zsh|man}: what a shell loads to complete verbs and options, and the manual page that packages carry. */
@Command(name = "completion", description = "Print what completes verbs and options in a shell, or the manual page.")
final class CompletionCommand implements Callable<Integer> {

    /** What can be printed; the script for bash loads what zsh needs to read it. */
    enum Form {
        BASH,
        ZSH,
        MAN
    }

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "bash|zsh|man",
            description = "For which shell, or man: source <(photoledger completion bash).")
    private String form = "bash";

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        String text = Words.of(Form.class, "The form", form) == Form.MAN
                ? new ManualPage(program).text()
                : AutoComplete.bash("photoledger", program);
        if (options.json()) {
            new JsonLines().print("completion", Map.of("form", form, "text", text));
            new JsonLines().end(0);
        } else {
            System.out.print(text);
        }
        return 0;
    }
}
