package dev.schemareset.connection;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Where connections to one database come from. */
public interface ConnectionSource {

    /** Something that is done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The database as a person knows it. */
    String name();

    /** The same for messages, with where the name comes from. */
    default String description() {
        return name();
    }

    /** The file of the database, behind all symbolic links, whether or not it exists; empty for a database in memory. */
    Optional<Path> file();

    /** Does work that only reads; empty when there is no database, which is then not created. */
    <T> Optional<T> read(Work<T> work);

    /** Does work that writes. A reset and an undo create the database when it does not exist. */
    <T> T write(Action action, Work<T> work);

    /**
     * Copies the whole database into an existing, empty file.
     *
     * @param locked a connection that keeps others from writing, and has written nothing itself
     */
    void copy(Connection locked, Path target) throws SQLException, IOException;

    /** Opens a connection to the file of the database, which must exist, that does not enforce foreign keys. */
    Connection connect();

    /** A {@code Jdbi} for an application to use. */
    Jdbi jdbi();

    /** What a person should know of the connections that were opened so far, a sentence each. */
    default List<String> notes() {
        return List.of();
    }
}
