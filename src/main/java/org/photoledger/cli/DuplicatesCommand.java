package org.photoledger.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code duplicates list|show}: what looks alike in the whole home. */
@Command(
        name = "duplicates",
        description = "Show what looks alike: clusters, pairs, and the photos that are compared with none.",
        synopsisSubcommandLabel = "list|show",
        subcommands = {DuplicatesListCommand.class, DuplicatesShowCommand.class})
final class DuplicatesCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;
}
