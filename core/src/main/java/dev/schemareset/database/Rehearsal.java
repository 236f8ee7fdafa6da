package dev.schemareset.database;

import dev.schemareset.database.SqliteDatabase.Refusal;
import dev.schemareset.database.SqliteDatabase.Rehearsed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;

/** Runs statements on an empty database in memory, so that what SQLite does not accept is found before anything is touched. */
final class Rehearsal {

    private Rehearsal() {}

    static Rehearsed run(List<String> script) {
        return inMemory(connection -> {
            List<Refusal> refusals = run(connection, script);
            return new Rehearsed(refusals, InventoryReader.readSchema(connection));
        });
    }

    static List<List<Refusal>> runEach(List<List<String>> scripts) {
        return inMemory(connection -> {
            List<List<Refusal>> refusals = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                for (List<String> script : scripts) {
                    statement.execute("BEGIN");
                    refusals.add(run(connection, script));
                    statement.execute("ROLLBACK");
                }
            }
            return refusals;
        });
    }

    private static <T> T inMemory(ConnectionSource.Work<T> work) {
        try (Connection connection = JDBC.createConnection("jdbc:sqlite::memory:", new Properties())) {
            return work.on(connection);
        } catch (SQLException e) {
            throw SqliteErrors.failed(Action.OPEN, "in memory", e);
        }
    }

    private static List<Refusal> run(Connection connection, List<String> script) {
        List<Refusal> refusals = new ArrayList<>();
        for (String sql : script) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                execute(statement)
                        .ifPresent(e -> refusals.add(new Refusal(sql, SqliteErrors.reason(e), dependsOnTheRow(e))));
            } catch (SQLException e) {
                refusals.add(new Refusal(sql, SqliteErrors.reason(e), false));
            }
        }
        return refusals;
    }

    private static Optional<SQLException> execute(PreparedStatement statement) {
        try {
            statement.execute();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /** Such as a function that makes no sense of its argument; not such as a text for a column of numbers. */
    private static boolean dependsOnTheRow(SQLException e) {
        return SqliteErrors.primaryCode(e) == SQLiteErrorCode.SQLITE_ERROR;
    }
}
