package org.photoledger.store;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of a table of any length, page by page by their key: a page begins behind the last row of the one before. */
final class Pages {

    /** Rows of a page. */
    static final int ROWS = 2_000;

    private Pages() {}

    /** Reads the rows behind one, all from the first if it is null; at most {@link #ROWS}. */
    interface Page<T> {
        List<T> after(@Nullable T last);
    }

    static <T> void each(Page<T> pages, Consumer<? super T> rows) {
        @Nullable T last = null;
        List<T> page;
        do {
            page = pages.after(last);
            page.forEach(rows);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == ROWS);
    }
}
