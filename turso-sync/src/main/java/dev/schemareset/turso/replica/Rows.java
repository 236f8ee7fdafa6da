package dev.schemareset.turso.replica;

import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Rows of the local database, in one sight. */
public interface Rows {

    /**
     * Rows in the order of their key.
     *
     * @param table the table
     * @param after the key after which they come; empty for the first
     * @param limit the most rows
     * @return the rows; none only at the end
     * @throws SQLException when they cannot be read
     */
    List<Change> page(Table table, Optional<List<Value>> after, int limit) throws SQLException;

    /**
     * Whether a row was changed and is yet to be sent.
     *
     * @param row the row
     * @return whether the log tells of it
     * @throws SQLException when the log cannot be read
     */
    boolean isDirty(Change row) throws SQLException;

    /**
     * Which of two keys comes first, as SQLite compares them.
     *
     * @param table the table
     * @param one a key
     * @param other another
     * @return less than zero, zero or more
     * @throws SQLException when they cannot be compared
     */
    int compare(Table table, List<Value> one, List<Value> other) throws SQLException;

    /**
     * Something that reads rows.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Reading<T> {

        /**
         * Reads rows.
         *
         * @param rows gives them
         * @return what came of it
         * @throws SQLException when they cannot be read
         */
        T with(Rows rows) throws SQLException;
    }
}
