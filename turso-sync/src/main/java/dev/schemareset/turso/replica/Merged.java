package dev.schemareset.turso.replica;

import java.util.List;

/**
 * What came of rows that were fetched.
 *
 * @param rows how many rows were written or deleted
 * @param conflicts how many conflicts there were
 * @param notes what a person should know beside that
 */
public record Merged(long rows, long conflicts, List<String> notes) {

    /** Copies the list. */
    public Merged {
        notes = List.copyOf(notes);
    }
}
