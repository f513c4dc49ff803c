package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.photoledger.similarity.PerceptualHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code version}: the product, the Java it runs on and the algorithm versions that its records name. */
@Command(name = "version", description = "Show the version.", mixinStandardHelpOptions = false)
final class VersionCommand implements Callable<Integer> {

    @Option(names = "--json", description = "JSON lines on standard output.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Override
    public Integer call() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("photoledger", Version.number());
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        facts.put("perceptualHashAlgorithm", PerceptualHash.ALGORITHM);
        if (json) {
            new JsonLines().print("version", facts);
            new JsonLines().end(0);
        } else {
            facts.forEach((name, value) -> System.out.println(name + " " + value));
        }
        return 0;
    }
}
