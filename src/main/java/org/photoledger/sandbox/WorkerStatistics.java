package org.photoledger.sandbox;

import java.util.Map;
import org.photoledger.source.Reason;

/** Facts about a pool's processes: how many were started, and how many were lost to a file, by reason. */
public record WorkerStatistics(int started, Map<Reason, Integer> lost) {}
