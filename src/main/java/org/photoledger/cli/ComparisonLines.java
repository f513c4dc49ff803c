package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.report.RunComparison;
import org.photoledger.store.Run;

/** What differs between two runs as JSON lines: one per count, outcome, file and fact. */
final class ComparisonLines {

    private ComparisonLines() {}

    static void print(RunComparison comparison, Run one, Run other) {
        JsonLines lines = new JsonLines();
        comparison
                .counts()
                .forEach(count -> lines.print("count", pair("name", count.name(), count.was(), count.became())));
        comparison.outcomes().forEach(files -> {
            Map<String, @Nullable Object> line = pair("outcome", files.outcome(), files.was(), files.became());
            line.put("reason", files.reason());
            lines.print("outcome", line);
        });
        comparison.files().forEach(file -> {
            Map<String, @Nullable Object> line = pair("path", file.path(), file.was(), file.became());
            line.put("wasReason", file.wasReason());
            line.put("becameReason", file.becameReason());
            line.put("otherBytes", file.otherBytes());
            lines.print("file", line);
        });
        comparison.facts().forEach(fact -> lines.print("fact", pair("name", fact.name(), fact.was(), fact.became())));
        Map<String, @Nullable Object> end = new LinkedHashMap<>();
        end.put("exitCode", 0);
        end.put("one", one.number());
        end.put("other", other.number());
        end.put("filesInBoth", comparison.inBoth());
        lines.print("end", end);
    }

    private static Map<String, @Nullable Object> pair(
            String key, String name, @Nullable Object was, @Nullable Object became) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put(key, name);
        line.put("was", was);
        line.put("became", became);
        return line;
    }
}
