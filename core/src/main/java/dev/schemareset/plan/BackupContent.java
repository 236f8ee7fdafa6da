package dev.schemareset.plan;

import dev.schemareset.model.Name;
import java.util.List;

/**
 * What is in a backup, as far as it must be known to bring it back.
 *
 * @param inventory its objects, tables with their row counts
 * @param tables the tables whose rows are copied
 */
public record BackupContent(Inventory inventory, List<Rows> tables) {

    /** What the backup is called on the connection that brings it back. */
    public static final Name ATTACHED = new Name("schema_reset_backup");

    /** Copies the list, so that the content cannot change. */
    public BackupContent {
        tables = List.copyOf(tables);
    }

    /**
     * The rows of one table.
     *
     * @param table the table
     * @param columns the columns that an {@code INSERT} must name, the rowid among them; empty where a row is all that is stored of
     *     it, so that SQLite copies the table and its indexes as they are
     */
    public record Rows(Name table, List<Name> columns) {

        /** Copies the list, so that the value cannot change. */
        public Rows {
            columns = List.copyOf(columns);
        }
    }
}
