package org.photoledger.job;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.SourcePath;

/**
 * One source to import.
 *
 * @param root an existing, readable folder, as a real path
 * @param name the source's name, null for the last part of its path
 * @param text whether text is looked for, null for what the settings say
 * @param limit take only the first so many names in byte order, 0 for all
 * @param acceptChanges go on though the source, or settings of an unfinished run, are not what they were
 * @param passwords tried on what is encrypted, in this order; kept nowhere
 */
public record ImportRequest(
        Path root,
        @Nullable String name,
        long limit,
        @Nullable Boolean text,
        String operator,
        boolean acceptChanges,
        List<String> passwords) {

    String sourceName() {
        if (name != null) {
            return name;
        }
        Path parent = root.getParent();
        return parent == null ? "root" : SourcePath.between(parent, root).text();
    }
}
