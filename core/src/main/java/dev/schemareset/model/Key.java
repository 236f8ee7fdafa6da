package dev.schemareset.model;

import java.util.List;
import java.util.Optional;

/**
 * Columns whose values together stand in one row only: a primary key or a unique constraint.
 *
 * @param name the name of the constraint, if it has one
 * @param columns at least one column, in order
 */
public record Key(Optional<Name> name, List<Name> columns) {

    /** Copies the list, so that the key cannot change. */
    public Key {
        columns = List.copyOf(columns);
    }
}
