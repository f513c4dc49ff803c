package org.photoledger.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.photoledger.job.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.ScopeType;

/** The program {@code photoledger}: one verb per command. */
@Command(
        name = "photoledger",
        description = "Turns a leak of tens of thousands of photos into a ledger that holds up.",
        mixinStandardHelpOptions = false,
        scope = ScopeType.LOCAL,
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            ImportCommand.class,
            ResumeCommand.class,
            RetryCommand.class,
            StopCommand.class,
            RunsCommand.class,
            StatusCommand.class,
            FilesCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            ShowCommand.class,
            DuplicatesCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            BackupCommand.class,
            CompactCommand.class,
            DoctorCommand.class,
            InitCommand.class,
            ConfigCommand.class,
            CompletionCommand.class,
            VersionCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:complete",
            "1:failed, resumable; the reason is named",
            "2:usage or configuration",
            "3:complete, some files of this run are quarantined or unreadable",
            "4:--fail-on was crossed",
            "5:stopped by stop or --until, resumable",
            "6:the books do not close, or verify found a mismatch",
            "10:no such run, source or home",
            "11:another command holds the home",
            "12:database unreachable, damaged or newer",
            "13:refused: settings changed, or another folder or an empty one is in the source's place",
            "130, 143:interrupted, resumable"
        })
public final class Main {

    @picocli.CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    private Main() {}

    /** Runs one verb and exits with its code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        int code = execute(arguments);
        out.flush();
        System.exit(code);
    }

    /** Nothing is left to tell more with where the memory is used up. */
    private static int execute(String... arguments) {
        try {
            return commandLine()
                    .setColorScheme(Help.defaultColorScheme(Paint.When.AUTO.ansi()))
                    .execute(arguments);
        } catch (OutOfMemoryError e) {
            System.err.println("photoledger: " + Failures.OUT_OF_MEMORY);
            return ExitCode.FAILED;
        }
    }

    static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }
}
