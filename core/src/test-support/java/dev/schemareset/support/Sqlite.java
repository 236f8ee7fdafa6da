package dev.schemareset.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Plain JDBC on a database file, beside the code under test. */
public final class Sqlite {

    private Sqlite() {}

    public static void execute(Path database, String... statements) {
        try (Connection connection = open(database)) {
            execute(connection, statements);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Runs a script whose statements are separated by empty lines. */
    public static void executeScript(Path database, String script) {
        execute(database, script.strip().split("\n\n"));
    }

    public static List<String> query(Path database, String sql) {
        try (Connection connection = open(database)) {
            return query(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Each row as its columns joined by a bar. */
    public static List<String> query(Connection connection, String sql) throws SQLException {
        return rows(connection, sql).stream().map(row -> String.join("|", row)).toList();
    }

    /** Each row as its columns. */
    public static List<List<String>> rows(Path database, String sql) {
        try (Connection connection = open(database)) {
            return rows(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(rows.getString(i)));
                }
                lines.add(columns);
            }
            return lines;
        }
    }

    /** Everything in {@code sqlite_schema}; but for the order, the root pages and an empty {@code sqlite_sequence}, which are SQLite's own: VACUUM changes them. */
    public static List<String> schema(Path database) {
        return query(
                database,
                "SELECT type, name, tbl_name, sql FROM sqlite_schema"
                        + " WHERE name <> 'sqlite_sequence' ORDER BY type, name");
    }

    public static Connection open(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }
}
