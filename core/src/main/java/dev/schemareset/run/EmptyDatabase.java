package dev.schemareset.run;

import dev.schemareset.connection.Action;
import dev.schemareset.connection.ConnectionSource;
import dev.schemareset.connection.NativeLibrary;
import dev.schemareset.connection.SqliteErrors;
import dev.schemareset.inspect.InventoryReader;
import dev.schemareset.plan.Inventory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.SQLiteErrorCode;

/** Runs statements on an empty database in memory, so that what SQLite does not accept is found before anything is touched. */
public final class EmptyDatabase {

    /**
     * A statement that SQLite does not accept.
     *
     * @param sql the statement
     * @param message what SQLite says
     * @param dependsOnTheRow whether another row might have been accepted
     */
    public record Rejected(String sql, String message, boolean dependsOnTheRow) {}

    /**
     * What came of a script.
     *
     * @param rejected the statements that SQLite did not accept
     * @param read what the last query read in the first column of the first row; empty for {@code NULL}, or where there was no row
     */
    public record Tried(List<Rejected> rejected, Optional<Object> read) {}

    /**
     * What a script made.
     *
     * @param rejected the statements that SQLite did not accept
     * @param schema the schema that the others made
     */
    public record Made(List<Rejected> rejected, Inventory schema) {}

    private EmptyDatabase() {}

    /**
     * Runs a script, to its end.
     *
     * @param script statements, in order
     * @return what it made
     */
    public static Made make(List<String> script) {
        return inMemory(connection -> {
            Tried tried = run(connection, script);
            return new Made(tried.rejected(), InventoryReader.readSchema(connection));
        });
    }

    /**
     * Runs scripts, each of them on an empty database, and each to its end.
     *
     * @param scripts statements, in order
     * @return for each script, what came of it
     */
    public static List<Tried> tryEach(List<List<String>> scripts) {
        return inMemory(connection -> {
            List<Tried> tried = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                for (List<String> script : scripts) {
                    statement.execute("BEGIN");
                    tried.add(run(connection, script));
                    statement.execute("ROLLBACK");
                }
            }
            return tried;
        });
    }

    private static <T> T inMemory(ConnectionSource.Work<T> work) {
        try (Connection connection = NativeLibrary.connect("jdbc:sqlite::memory:", new Properties())) {
            return work.on(connection);
        } catch (SQLException e) {
            throw SqliteErrors.failed(Action.OPEN, "in memory", e);
        }
    }

    private static Tried run(Connection connection, List<String> script) {
        List<Rejected> rejected = new ArrayList<>();
        Optional<Object> read = Optional.empty();
        for (String sql : script) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                read = read(statement, sql, rejected);
            } catch (SQLException e) {
                rejected.add(new Rejected(sql, SqliteErrors.reason(e), false));
            }
        }
        return new Tried(rejected, read);
    }

    private static Optional<Object> read(PreparedStatement statement, String sql, List<Rejected> rejected)
            throws SQLException {
        try {
            return statement.execute() ? first(statement.getResultSet()) : Optional.empty();
        } catch (SQLException e) {
            rejected.add(new Rejected(sql, SqliteErrors.reason(e), dependsOnTheRow(e)));
            return Optional.empty();
        }
    }

    private static Optional<Object> first(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.ofNullable(rows.getObject(1)) : Optional.empty();
    }

    /** Such as a function that makes no sense of its argument; not such as a text for a column of numbers. */
    private static boolean dependsOnTheRow(SQLException e) {
        return SqliteErrors.primaryCode(e) == SQLiteErrorCode.SQLITE_ERROR;
    }
}
