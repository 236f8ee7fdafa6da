package dev.schemareset.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param name its name
 * @param model the name of the record it is made from, e.g. {@code app.models.User}
 * @param comment what it holds, for a person; of one or more lines
 * @param columns its columns, at least one, in the order of the record's components
 * @param primaryKey its primary key, if the record has one
 * @param autoincrement whether SQLite never assigns a key again; only with a {@link #rowidKey()}
 * @param uniqueKeys its unique constraints
 * @param foreignKeys its references to other tables
 * @param checks conditions on its rows, besides those written beside a column
 * @param indexes its indexes
 * @param strict whether SQLite refuses values that do not fit the types of the columns
 * @param withoutRowid whether it is kept in the order of its primary key, without row numbers
 */
public record Table(
        Name name,
        String model,
        Optional<String> comment,
        List<Column> columns,
        Optional<Key> primaryKey,
        boolean autoincrement,
        List<Key> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Index> indexes,
        boolean strict,
        boolean withoutRowid) {

    /** Copies the lists, so that the table cannot change. */
    public Table {
        columns = List.copyOf(columns);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /**
     * Finds a column as SQLite does, without regard to the case of the letters A to Z.
     *
     * @param column a name
     * @return the column of that name, or empty when the table has none
     */
    public Optional<Column> column(Name column) {
        requireNonNull(column, "column");
        return columns.stream().filter(c -> c.name().matches(column)).findFirst();
    }

    /**
     * The column that is SQLite's own rowid: the primary key when it is one column of exactly the type INTEGER, and the table
     * has rowids. A {@code NULL} stored there becomes a number that SQLite assigns
     * (<a href="https://www.sqlite.org/lang_createtable.html#rowid">ROWIDs and the INTEGER PRIMARY KEY</a>).
     *
     * @return the column, or empty when the primary key is another or absent
     */
    public Optional<Column> rowidKey() {
        return primaryKey
                .filter(key -> key.columns().size() == 1 && !withoutRowid)
                .flatMap(key -> column(key.columns().get(0)))
                .filter(column -> column.type().name().equalsIgnoreCase(ColumnType.INTEGER.name()));
    }

    /**
     * Whether {@code NULL} can stand in a column. What is inserted as {@code NULL} into the {@link #rowidKey()} becomes a number.
     *
     * @param column a column of the table
     * @return whether a row may hold {@code NULL} there
     */
    public boolean holdsNull(Column column) {
        return requireNonNull(column, "column").nullable()
                && rowidKey().filter(column::equals).isEmpty();
    }

    /**
     * The table with other indexes.
     *
     * @param others the indexes
     * @return a table that differs in its indexes only
     */
    public Table withIndexes(List<Index> others) {
        requireNonNull(others, "others");
        return new Table(
                name,
                model,
                comment,
                columns,
                primaryKey,
                autoincrement,
                uniqueKeys,
                foreignKeys,
                checks,
                others,
                strict,
                withoutRowid);
    }

    /**
     * The table with foreign keys.
     *
     * @param keys the foreign keys
     * @return a table that differs in its foreign keys only
     */
    public Table withForeignKeys(List<ForeignKey> keys) {
        requireNonNull(keys, "keys");
        return new Table(
                name,
                model,
                comment,
                columns,
                primaryKey,
                autoincrement,
                uniqueKeys,
                keys,
                checks,
                indexes,
                strict,
                withoutRowid);
    }
}
