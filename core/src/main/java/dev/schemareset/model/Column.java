package dev.schemareset.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may hold {@code NULL}
 * @param domain the only values it may hold; empty when any value of the type may stand
 * @param defaultValue the value it takes when an {@code INSERT} does not name it
 * @param generated how SQLite computes it; empty for a column that is written
 * @param collation how its text is compared; empty for {@code BINARY}
 * @param checks conditions that are written beside it
 * @param comment what it holds, for a person; of one or more lines
 */
public record Column(
        Name name,
        ColumnType type,
        boolean nullable,
        Optional<Domain> domain,
        Optional<DefaultValue> defaultValue,
        Optional<Generated> generated,
        Optional<String> collation,
        List<Check> checks,
        Optional<String> comment) {

    /** Copies the list, so that the column cannot change. */
    public Column {
        checks = List.copyOf(checks);
    }

    /**
     * The column with a default.
     *
     * @param value the default
     * @return a column that differs in its default only
     */
    public Column withDefault(DefaultValue value) {
        requireNonNull(value, "value");
        return new Column(name, type, nullable, domain, Optional.of(value), generated, collation, checks, comment);
    }

    /**
     * The column, computed by SQLite.
     *
     * @param expression how
     * @return a column that differs in how it is computed only
     */
    public Column withGenerated(Generated expression) {
        requireNonNull(expression, "expression");
        return new Column(
                name, type, nullable, domain, defaultValue, Optional.of(expression), collation, checks, comment);
    }
}
