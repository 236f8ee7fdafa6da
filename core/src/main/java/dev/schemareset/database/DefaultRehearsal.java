package dev.schemareset.database;

import dev.schemareset.error.Problem;
import dev.schemareset.model.Name;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores every default of a table once, in a column like its own: SQLite looks at a default only when it first needs it,
 * and then refuses the {@code INSERT}.
 */
final class DefaultRehearsal {

    private record Default(String column, String type, boolean required, String sql) {}

    private DefaultRehearsal() {}

    static List<Problem> of(Connection connection, Name table) throws SQLException {
        List<Problem> problems = new ArrayList<>();
        for (Default value : defaults(connection, table)) {
            try {
                store(connection, value);
            } catch (SQLException e) {
                problems.add(new Problem(
                        "Column " + value.column() + " of table " + table,
                        "SQLite cannot store its default " + value.sql() + ": " + e.getMessage() + ".",
                        "correct the @Default of that component."));
            }
        }
        return problems;
    }

    private static List<Default> defaults(Connection connection, Name table) throws SQLException {
        List<Default> defaults = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("PRAGMA main.table_xinfo(" + table.quoted() + ")")) {
            while (columns.next()) {
                String sql = columns.getString("dflt_value");
                if (sql != null) {
                    defaults.add(new Default(
                            columns.getString("name"), columns.getString("type"), columns.getBoolean("notnull"), sql));
                }
            }
        }
        return defaults;
    }

    private static void store(Connection connection, Default value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE stored(value " + value.type() + (value.required() ? " NOT NULL" : "")
                    + ") STRICT");
            try {
                statement.execute("INSERT INTO temp.stored SELECT " + value.sql());
            } finally {
                statement.execute("DROP TABLE temp.stored");
            }
        }
    }
}
