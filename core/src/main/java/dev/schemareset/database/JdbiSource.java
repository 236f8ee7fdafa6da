package dev.schemareset.database;

import dev.schemareset.error.UnusableDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Borrows connections from an application's own {@code Jdbi}. */
final class JdbiSource implements ConnectionSource {

    private final Jdbi jdbi;

    JdbiSource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "of the given Jdbi";
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
        try (Handle handle = open()) {
            return work.on(sqlite(handle));
        } catch (SQLException e) {
            throw SqliteErrors.failed("reset", name(), e);
        }
    }

    @Override
    public Jdbi jdbi() {
        return jdbi;
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
}
