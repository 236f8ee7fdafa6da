package dev.schemareset.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Where connections to one database come from. */
interface ConnectionSource {

    /** Something that is done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The database as a person knows it, for messages. */
    String name();

    /** Does work that only reads; empty when there is no database, which is then not created. */
    <T> Optional<T> read(Work<T> work);

    /** Does work that writes, on a database that is created when it is not there. */
    <T> T write(Work<T> work);

    /** A {@code Jdbi} for an application to use. */
    Jdbi jdbi();
}
