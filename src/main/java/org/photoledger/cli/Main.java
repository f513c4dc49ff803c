package org.photoledger.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.photoledger.job.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            VersionCommand.class
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
            return commandLine().execute(arguments);
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
