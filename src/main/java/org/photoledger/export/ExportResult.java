package org.photoledger.export;

import java.util.Map;

/** The files of an export with their number of rows, in the order in which they were written. */
public record ExportResult(Map<String, Long> rows) {}
