package dev.schemareset.database;

import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.Plan;
import java.sql.Connection;
import java.sql.ResultSet;
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
        Optional<String> memory;
        try (Handle handle = open()) {
            result = work.on(sqlite(handle));
            memory = memory(handle.getConnection());
        } catch (SQLException e) {
            throw SqliteErrors.failed("reset", name(), e);
        }
        memory.ifPresent(this::requireShared);
        return result;
    }

    /** Only a second connection shows whether what the first one created in memory is still there. */
    private void requireShared(String written) {
        boolean gone;
        try (Handle handle = jdbi.open()) {
            gone = !memory(handle.getConnection()).equals(Optional.of(written));
        } catch (SQLException | ConnectionException e) {
            throw new UnusableDatabaseException(
                    "Cannot use the given Jdbi again: " + e.getMessage() + ".",
                    "the reset is done; whether its database in memory is still there, a second connection would show.",
                    "hand over the Jdbi of one connection that stays open: Jdbi.create(connection).",
                    e);
        }
        if (gone) {
            throw new UnusableDatabaseException(
                    "Cannot use the given Jdbi: its database is in memory, and every connection has one of its own.",
                    "what was created is gone with the connection it was created on; no file was touched.",
                    "hand over the Jdbi of one connection that stays open: Jdbi.create(connection).",
                    null);
        }
    }

    @Override
    public Jdbi jdbi() {
        return jdbi.installPlugin(new ForeignKeysPlugin());
    }

    /** The number that changes with the schema; empty for a database in a file. */
    private static Optional<String> memory(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
                while (databases.next()) {
                    String file = databases.getString("file");
                    if (databases.getString("name").equals("main") && file != null && !file.isEmpty()) {
                        return Optional.empty();
                    }
                }
            }
            try (ResultSet version = statement.executeQuery("PRAGMA main.schema_version")) {
                return Optional.of(version.getString(1));
            }
        }
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
