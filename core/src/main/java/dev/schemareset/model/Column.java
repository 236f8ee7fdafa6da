package dev.schemareset.model;

import java.util.List;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may hold {@code NULL}
 * @param defaultValue the value it takes when an {@code INSERT} does not name it
 * @param allowedValues the only values it may hold, besides {@code NULL} where it is nullable, as plain text without
 *     quotes; empty when any value of the type may stand
 */
public record Column(
        Name name, ColumnType type, boolean nullable, Optional<DefaultValue> defaultValue, List<String> allowedValues) {

    /** Copies the list, so that the column cannot change. */
    public Column {
        allowedValues = List.copyOf(allowedValues);
    }

    /**
     * The column with a default.
     *
     * @param value the default
     * @return a column that differs in its default only
     */
    public Column withDefault(DefaultValue value) {
        return new Column(name, type, nullable, Optional.of(value), allowedValues);
    }
}
