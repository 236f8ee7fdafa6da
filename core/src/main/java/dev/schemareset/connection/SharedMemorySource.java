package dev.schemareset.connection;

import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.spi.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/**
 * Opens a database in memory that the connections of this process share by its name
 * (<a href="https://www.sqlite.org/inmemorydb.html#sharedmemdb">SQLite documentation</a>). It ends with the last of them, so the
 * application must hold one open: only once the connection that wrote is closed does another one show whether it does.
 */
final class SharedMemorySource implements ConnectionSource {

    private static final String REMEDY =
            "open a connection to it before, and close that only when the database is not needed any more.";

    private final String address;
    private final Parameters parameters;

    /**
     * Makes a source of connections to a database in memory.
     *
     * @param address its URI, with a name and without a query
     * @param parameters what connections are configured with, by the names of sqlite-jdbc
     */
    SharedMemorySource(String address, Properties parameters) {
        this.address = address + "?mode=memory&cache=shared";
        this.parameters = new Parameters(parameters);
    }

    @Override
    public String name() {
        return address;
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    /** What has no page yet was made by the connection that looks. */
    @Override
    public <T> Optional<T> read(Work<T> work) {
        try (Connection connection = open(parameters.forReading())) {
            return isThere(connection) ? Optional.of(work.on(connection)) : Optional.empty();
        } catch (SQLException e) {
            throw SqliteErrors.failed(Action.READ, name(), e);
        }
    }

    @Override
    public <T> T write(Action action, Work<T> work) {
        T result;
        long written;
        try (Connection connection = open(parameters.forWriting())) {
            result = work.on(connection);
            written = schemaVersion(connection);
        } catch (SQLException e) {
            throw SqliteErrors.failed(action, name(), e);
        }
        requireHeld(action, written);
        return result;
    }

    private void requireHeld(Action action, long written) {
        if (isGone(written)) {
            throw new UnusableDatabaseException(
                    "Cannot " + action.verb() + " the database " + name()
                            + ": it is in memory, and no connection of the application holds it open.",
                    "what was created is gone with the connection it was created on; no file was touched.",
                    REMEDY,
                    null);
        }
    }

    /** While the database lives, others can only make the number grow. What is locked lives. */
    private boolean isGone(long written) {
        try (Connection connection = open(parameters.forReading())) {
            return schemaVersion(connection) < written;
        } catch (SQLException e) {
            if (SqliteErrors.isLocked(e)) {
                return false;
            }
            throw new UnusableDatabaseException(
                    "Cannot open the database " + name() + " again: " + SqliteErrors.reason(e) + ".",
                    "it was written; only a second connection would show whether it still exists.",
                    REMEDY,
                    e);
        }
    }

    /** The number that grows with each change of the schema; zero in a database that was just made. */
    private static long schemaVersion(Connection connection) throws SQLException {
        return Pragmas.number(connection, "PRAGMA main.schema_version");
    }

    private static boolean isThere(Connection connection) throws SQLException {
        return Pragmas.number(connection, "PRAGMA main.page_count") > 0;
    }

    @Override
    public void copy(Connection locked, Path target) throws SQLException, IOException {
        PageCopy.ofMemory(locked, target);
    }

    @Override
    public Connection connect() {
        throw new UnusableDatabaseException(
                "Cannot exchange the rows of the database " + name() + ": it is in memory.",
                "nothing was changed.",
                "choose a database in a file with database(...).",
                null);
    }

    @Override
    public Jdbi jdbi() {
        return Jdbi.create(this::openForApplication);
    }

    private Connection openForApplication() throws SQLException {
        Connection connection = open(parameters.forApplication());
        return Ending.onFailure(
                () -> {
                    if (isThere(connection)) {
                        return connection;
                    }
                    throw new UnusableDatabaseException(
                            "Cannot open the database " + name() + ": it is in memory, and empty.",
                            "nothing was changed.",
                            REMEDY + " Create its tables with apply(Confirm.YES).",
                            null);
                },
                connection::close);
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        return NativeLibrary.connect("jdbc:sqlite:" + address, config.toProperties());
    }
}
