package org.photoledger.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The books of one run, counted from the database alone.
 *
 * @param names every name that the run saw: each is unchanged since an earlier run, or found by this one
 */
public record RunCounts(
        long names,
        long unchanged,
        long found,
        long recorded,
        long duplicate,
        long container,
        long ignored,
        long unreadable,
        long quarantined,
        long pending) {

    /** Each count by its name. */
    public Map<String, Long> byName() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("names", names);
        counts.put("unchanged", unchanged);
        counts.put("found", found);
        counts.put("recorded", recorded);
        counts.put("duplicate", duplicate);
        counts.put("container", container);
        counts.put("ignored", ignored);
        counts.put("unreadable", unreadable);
        counts.put("quarantined", quarantined);
        counts.put("pending", pending);
        return counts;
    }
}
