package org.photoledger.sandbox;

import java.util.Map;
import org.photoledger.source.Reason;

/**
 * Facts about a pool's processes.
 *
 * @param started how many were started
 * @param lost how many were lost to a file, by reason
 * @param longestAttempt seconds of the longest attempt at one file; of a container, of the longest wait for its next piece
 */
public record WorkerStatistics(int started, Map<Reason, Integer> lost, double longestAttempt) {}
