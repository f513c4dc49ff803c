package org.photoledger.text;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How text is looked for. */
public record TextSettings(
        int detectorSide,
        int mostRegions,
        @Nullable Path recognizer,
        @Nullable Path dictionary) {}
