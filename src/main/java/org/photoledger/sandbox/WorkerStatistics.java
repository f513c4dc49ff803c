package org.photoledger.sandbox;

import java.util.Map;
import org.photoledger.source.Reason;

/** Facts about a pool's processes: how many were started, how many were lost to a file, by reason, and how they were confined. */
public record WorkerStatistics(int started, Map<Reason, Integer> lost, String confinement) {}
