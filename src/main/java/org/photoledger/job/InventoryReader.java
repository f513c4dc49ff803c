package org.photoledger.job;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.ScannedName;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Walks a source. Where a directory cannot be entered, and at the walk's end, it asks whether the source is still there:
 * a folder that was unmounted is full of errors, or empty, and neither says anything about its files.
 */
final class InventoryReader implements ItemReader<ScannedName> {

    private final SourcePlace place;
    private final Iterator<ScannedName> names;
    private final StopRequest stop;

    InventoryReader(SourcePlace place, Iterator<ScannedName> names, StopRequest stop) {
        this.place = place;
        this.names = names;
        this.stop = stop;
    }

    @Override
    public @Nullable ScannedName read() {
        if (stop.requested()) {
            return null;
        }
        ScannedName name = names.hasNext() ? names.next() : null;
        if (name == null || name.unreadable()) {
            place.requireThere();
        }
        return name;
    }
}
