package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.report.PrintableText;
import tools.jackson.databind.ObjectMapper;

/** JSON lines on standard output: one object per line, each with {@code "v":1} and its type. Safe for use by several threads. */
final class JsonLines {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    void print(String type, Map<String, ? extends @Nullable Object> members) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("v", 1);
        line.put("type", type);
        line.putAll(members);
        synchronized (MAPPER) {
            System.out.println(PrintableText.json(MAPPER.writeValueAsString(line)));
            System.out.flush();
        }
    }

    /** The last line of every verb that starts no run. */
    void end(int exitCode) {
        print("end", Map.of("exitCode", exitCode));
    }
}
