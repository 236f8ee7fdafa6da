package dev.schemareset.spi;

import dev.schemareset.plan.Inventory;
import java.sql.Connection;
import java.sql.SQLException;

/** The rows of a database that is rebuilt from another one. All steps run on one connection, in this order. */
public interface Content {

    /**
     * Fetches the rows, before anything of the database is locked, into a database that is attached to the connection. May take long.
     *
     * @param connection the connection
     * @throws SQLException when SQLite fails
     */
    void stage(Connection connection) throws SQLException;

    /**
     * Saves what must survive the old rows, in the transaction that drops them.
     *
     * @param connection the connection
     * @param found what is in the database
     * @throws SQLException when SQLite fails
     */
    void save(Connection connection, Inventory found) throws SQLException;

    /**
     * Writes the rows, in the same transaction, once the tables exist and are empty.
     *
     * @param connection the connection
     * @throws SQLException when SQLite fails
     */
    void fill(Connection connection) throws SQLException;
}
