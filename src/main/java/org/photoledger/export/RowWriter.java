package org.photoledger.export;

import java.io.Closeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one table row by row. */
interface RowWriter extends Closeable {

    void write(Map<String, @Nullable Object> row);
}
