package dev.schemareset.turso.replica;

import dev.schemareset.spi.Ending;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One connection to the local database: its statements and its transactions. */
final class Session implements AutoCloseable {

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> extends Ending.Work<T, SQLException> {}

    /** What is written in one transaction, with nothing to return. */
    @FunctionalInterface
    interface Task {
        void run() throws SQLException;
    }

    /** Reads in one sight. */
    <T> T reading(Work<T> work) throws SQLException {
        execute("BEGIN");
        return Ending.always(work, () -> execute("ROLLBACK"));
    }

    /** Writes all or nothing. */
    <T> T writing(Work<T> work) throws SQLException {
        execute("BEGIN IMMEDIATE");
        // SQLite may have rolled back by itself, e.g. when the disk is full.
        return Ending.onFailure(
                () -> {
                    T result = work.run();
                    execute("COMMIT");
                    return result;
                },
                () -> execute("ROLLBACK"));
    }

    /** Writes all or nothing. */
    void perform(Task task) throws SQLException {
        writing(() -> {
            task.run();
            return task;
        });
    }

    /** Opens a statement, for the caller to close. */
    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Opens a statement for queries without values, for the caller to close. */
    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns how many rows were written. */
    long update(String sql, List<Value> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Cells.bind(statement, 1, values);
            return statement.executeUpdate();
        }
    }

    /** The first value of the first row; zero where there is none. */
    long number(String query, Value... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Cells.bind(statement, 1, List.of(values));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Whether a query returns a row. */
    boolean isAny(String query, List<Value> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Cells.bind(statement, 1, values);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
