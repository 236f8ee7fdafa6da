package dev.schemareset.turso.replica;

import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Cursor;
import java.sql.SQLException;
import java.util.List;

/** Takes the rows of the other side. */
@FunctionalInterface
public interface Incoming {

    /**
     * Takes rows. A later version of a row takes the place of an earlier one.
     *
     * @param changes the rows
     * @throws SQLException when SQLite fails
     */
    void add(List<Change> changes) throws SQLException;

    /** Gives the rows of the other side. */
    @FunctionalInterface
    interface Source {

        /**
         * Fetches the rows.
         *
         * @param incoming takes them
         * @return the place in the log of the remote database at which they are as they came
         * @throws SQLException when they cannot be taken
         */
        Cursor fetch(Incoming incoming) throws SQLException;
    }
}
