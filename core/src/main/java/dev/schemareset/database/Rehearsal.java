package dev.schemareset.database;

import dev.schemareset.database.SqliteDatabase.Refusal;
import dev.schemareset.database.SqliteDatabase.Rehearsed;
import dev.schemareset.database.SqliteDatabase.Tried;
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
final class Rehearsal {

    private Rehearsal() {}

    static Rehearsed run(List<String> script) {
        return inMemory(connection -> {
            Tried tried = run(connection, script);
            return new Rehearsed(tried.refusals(), InventoryReader.readSchema(connection));
        });
    }

    static List<Tried> runEach(List<List<String>> scripts) {
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
        List<Refusal> refusals = new ArrayList<>();
        Optional<Object> read = Optional.empty();
        for (String sql : script) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                read = read(statement, sql, refusals);
            } catch (SQLException e) {
                refusals.add(new Refusal(sql, SqliteErrors.reason(e), false));
            }
        }
        return new Tried(refusals, read);
    }

    private static Optional<Object> read(PreparedStatement statement, String sql, List<Refusal> refusals)
            throws SQLException {
        try {
            return statement.execute() ? first(statement.getResultSet()) : Optional.empty();
        } catch (SQLException e) {
            refusals.add(new Refusal(sql, SqliteErrors.reason(e), dependsOnTheRow(e)));
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
