package dev.schemareset.model;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param name its name
 * @param model the name of the record it is made from, e.g. {@code app.models.User}
 * @param columns its columns, at least one, in the order of the record's components
 * @param primaryKey its primary key, if the record has one
 * @param autoincrement whether SQLite never assigns a key again; only with a {@link #rowidKey()}
 * @param uniqueKeys its unique constraints
 * @param foreignKeys its references to other tables
 * @param indexes its indexes
 */
public record Table(
        Name name,
        String model,
        List<Column> columns,
        Optional<Key> primaryKey,
        boolean autoincrement,
        List<Key> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<Index> indexes) {

    /** Copies the lists, so that the table cannot change. */
    public Table {
        columns = List.copyOf(columns);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
    }

    /**
     * Finds a column as SQLite does, without regard to the case of the letters A to Z.
     *
     * @param column a name
     * @return the column of that name, or empty when the table has none
     */
    public Optional<Column> column(Name column) {
        return columns.stream().filter(c -> c.name().matches(column)).findFirst();
    }

    /**
     * The column that is SQLite's own rowid: the primary key when it is one column of type INTEGER. A {@code NULL} stored
     * there becomes a number that SQLite assigns
     * (<a href="https://www.sqlite.org/lang_createtable.html#rowid">ROWIDs and the INTEGER PRIMARY KEY</a>).
     *
     * @return the column, or empty when the primary key is another or absent
     */
    public Optional<Column> rowidKey() {
        return primaryKey
                .filter(key -> key.columns().size() == 1)
                .flatMap(key -> column(key.columns().get(0)))
                .filter(column -> column.type() == ColumnType.INTEGER);
    }

    /**
     * The table with foreign keys.
     *
     * @param keys the foreign keys
     * @return a table that differs in its foreign keys only
     */
    public Table withForeignKeys(List<ForeignKey> keys) {
        return new Table(name, model, columns, primaryKey, autoincrement, uniqueKeys, keys, indexes);
    }
}
