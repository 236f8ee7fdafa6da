package dev.schemareset.plan;

import dev.schemareset.model.Name;
import java.util.List;

/**
 * What is in a backup, as far as it must be known to bring it back.
 *
 * @param format how its file is made
 * @param inventory its objects, tables with their row counts
 * @param tables the tables whose rows are copied
 * @param complaints what {@code PRAGMA quick_check} finds wrong with it, ordered
 */
public record BackupContent(FileFormat format, Inventory inventory, List<Rows> tables, List<String> complaints) {

    /** What the backup is called on the connection that brings it back. */
    public static final Name ATTACHED = new Name("schema_reset_backup");

    /** Copies the lists, so that the content cannot change. */
    public BackupContent {
        tables = List.copyOf(tables);
        complaints = List.copyOf(complaints);
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
