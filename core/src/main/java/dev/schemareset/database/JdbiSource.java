package dev.schemareset.database;

import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Borrows connections from an application's own {@code Jdbi}. */
final class JdbiSource implements ConnectionSource {

    private final Jdbi jdbi;

    JdbiSource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "(of the given Jdbi)";
    }

    @Override
    public <T> Optional<T> read(Work<T> work) {
        try (Handle handle = open()) {
            return Optional.of(work.on(sqlite(handle)));
        } catch (SQLException e) {
            throw SqliteErrors.failed("read", name(), e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        T result;
        String written;
        try (Handle handle = open()) {
            result = work.on(sqlite(handle));
            written = identity(handle);
        } catch (SQLException e) {
            throw SqliteErrors.failed("reset", name(), e);
        }
        try (Handle handle = open()) {
            if (!identity(handle).equals(written)) {
                throw new UnusableDatabaseException(
                        "Cannot use the given Jdbi: its database is in memory, and every connection has one of its own.",
                        "what was created is gone with the connection it was created on; no file was touched.",
                        "hand over the Jdbi of one connection that stays open: Jdbi.create(connection).",
                        null);
            }
        }
        return result;
    }

    @Override
    public Jdbi jdbi() {
        return jdbi.installPlugin(new ForeignKeysPlugin());
    }

    /** The file and, in memory, where there is none, the number that changes with the schema. */
    private static String identity(Handle handle) {
        String file = handle.createQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")
                .mapTo(String.class)
                .findOne()
                .orElse("");
        return file.isEmpty()
                ? handle.createQuery("PRAGMA schema_version")
                        .mapTo(String.class)
                        .one()
                : file;
    }

    private Handle open() {
        try {
            return jdbi.open();
        } catch (ConnectionException e) {
            throw new UnusableDatabaseException(
                    "Cannot open the database " + name() + ": " + e.getMessage(),
                    "nothing was changed.",
                    "check what the Jdbi was created with.",
                    e);
        }
    }

    private static Connection sqlite(Handle handle) throws SQLException {
        Connection connection = handle.getConnection();
        String product = connection.getMetaData().getDatabaseProductName();
        if (!product.equals("SQLite")) {
            throw new UnusableDatabaseException(
                    "Cannot use the given Jdbi: it connects to " + product + ", not to SQLite.",
                    "nothing was changed.",
                    "hand over a Jdbi that connects to SQLite.",
                    null);
        }
        return connection;
    }

    /** SQLite enforces foreign keys only on connections that ask for it. */
    private static final class ForeignKeysPlugin extends JdbiPlugin.Singleton {
        @Override
        public Connection customizeConnection(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(Plan.FOREIGN_KEYS_ON.sql());
            }
            return connection;
        }
    }
}
