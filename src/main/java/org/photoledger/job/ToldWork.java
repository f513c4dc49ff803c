package org.photoledger.job;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Tells which items are in work, so that what holds a run up has a name. */
record ToldWork<I, O>(ItemProcessor<I, O> work, Function<I, String> path, RunEvents events)
        implements ItemProcessor<I, O> {

    @Override
    public @Nullable O process(I item) throws Exception {
        String name = path.apply(item);
        events.begun(name);
        try {
            return work.process(item);
        } finally {
            events.ended(name);
        }
    }
}
