package org.photoledger.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.Run;

/**
 * What a report says of the run itself, without its files one by one.
 *
 * @param facts about the run and its launches, in the order in which they are shown
 */
public record RunOutline(Run run, Map<String, @Nullable Object> facts, RunReport.Books books) {}
