package dev.schemareset.model;

import java.util.List;
import java.util.Optional;

/**
 * An index of a table.
 *
 * @param name its name, unique among all tables and indexes
 * @param parts what it orders by, at least one part
 * @param unique whether no two indexed rows may be equal
 * @param where the SQL expression that says which rows it holds; empty for all
 */
public record Index(Name name, List<Part> parts, boolean unique, Optional<String> where) {

    /** Copies the list, so that the index cannot change. */
    public Index {
        parts = List.copyOf(parts);
    }

    /** One of the things an index orders by. */
    public sealed interface Part {}

    /**
     * A column.
     *
     * @param column its name
     * @param descending whether the index holds it from the greatest to the least value
     */
    public record ColumnPart(Name column, boolean descending) implements Part {}

    /**
     * An expression.
     *
     * @param sql the expression, as the developer wrote it
     */
    public record ExpressionPart(String sql) implements Part {}
}
