package dev.schemareset.plan;

import java.util.List;

/**
 * A statement that must find nothing wrong before a plan is committed.
 *
 * @param statement returns a row for whatever is wrong, or {@code ok}
 * @param known the first columns of the rows that are no surprise, ordered: what was wrong before, and must be as wrong again
 */
public record Check(Statement statement, List<String> known) {

    /** Copies the list, so that the check cannot change. */
    public Check {
        known = List.copyOf(known);
    }
}
