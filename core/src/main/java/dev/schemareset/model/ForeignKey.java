package dev.schemareset.model;

import dev.schemareset.annotation.ForeignKeyAction;
import java.util.List;

/**
 * Columns whose values must be a key of another table, or of their own.
 *
 * @param columns the referring columns, in order
 * @param table the table referred to
 * @param referencedColumns the columns referred to, as many as {@code columns}
 * @param onDelete what happens when the row referred to is deleted
 * @param onUpdate what happens when the key referred to changes
 * @param deferrable whether the constraint is checked only when the transaction commits
 */
public record ForeignKey(
        List<Name> columns,
        Name table,
        List<Name> referencedColumns,
        ForeignKeyAction onDelete,
        ForeignKeyAction onUpdate,
        boolean deferrable) {

    /** Copies the lists, so that the foreign key cannot change. */
    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
