package dev.schemareset.turso.hrana;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Cuts a list into pieces of a bounded size. */
final class Chunks {

    /** More rows in one request are no faster. */
    static final int MOST_ITEMS = 1_000;

    /** A megabyte, of which servers take several. */
    static final long MOST_BYTES = 1_000_000;

    private Chunks() {}

    static <T> List<List<T>> of(List<T> items, ToLongFunction<T> size) {
        List<List<T>> chunks = new ArrayList<>();
        int start = 0;
        long bytes = 0;
        for (int end = 0; end < items.size(); end++) {
            long next = size.applyAsLong(items.get(end));
            if (end > start && (end - start == MOST_ITEMS || bytes + next > MOST_BYTES)) {
                chunks.add(List.copyOf(items.subList(start, end)));
                start = end;
                bytes = 0;
            }
            bytes += next;
        }
        if (start < items.size()) {
            chunks.add(List.copyOf(items.subList(start, items.size())));
        }
        return List.copyOf(chunks);
    }
}
