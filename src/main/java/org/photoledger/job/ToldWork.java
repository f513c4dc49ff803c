package org.photoledger.job;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Tells which items are in work, so that what holds a run up has a name; lines of the log tell their number. */
record ToldWork<I, O>(ItemProcessor<I, O> work, Function<I, String> path, ToLongFunction<I> id, RunEvents events)
        implements ItemProcessor<I, O> {

    @Override
    public @Nullable O process(I item) throws Exception {
        String name = path.apply(item);
        events.begun(name);
        MDC.put("file", Long.toString(id.applyAsLong(item)));
        try {
            return work.process(item);
        } finally {
            MDC.remove("file");
            events.ended(name);
        }
    }
}
