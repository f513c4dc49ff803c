package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.text.TextReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code version}: the product, the Java it runs on and the algorithm versions that its records name. */
@Command(name = "version", description = "Show the version.", mixinStandardHelpOptions = false)
final class VersionCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Override
    public Integer call() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("photoledger", Version.number());
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        facts.put("perceptualHashAlgorithm", PerceptualHash.ALGORITHM);
        facts.put("textEngines", TextReader.ENGINE_VERSION);
        if (options.json()) {
            new JsonLines().print("version", facts);
            new JsonLines().end(0);
        } else {
            facts.forEach((name, value) -> System.out.println(name + " " + value));
        }
        return 0;
    }
}
