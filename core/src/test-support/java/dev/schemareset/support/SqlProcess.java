package dev.schemareset.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Another process that runs each line it reads as SQL, on a database in memory and what it attaches, and answers with a line. */
public final class SqlProcess {

    private SqlProcess() {}

    public static ChildJvm start() throws IOException {
        return ChildJvm.start(SqlProcess.class);
    }

    /** What the other process does. */
    public static void main(String[] arguments) throws Exception {
        try (Connection connection = Sqlite.open(Path.of(":memory:"));
                Statement statement = connection.createStatement();
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String sql = lines.readLine(); sql != null; sql = lines.readLine()) {
                System.out.println(answer(statement, sql));
            }
        }
    }

    private static String answer(Statement statement, String sql) {
        try {
            return statement.execute(sql) ? rows(statement).toString() : "done";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static List<String> rows(Statement statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
