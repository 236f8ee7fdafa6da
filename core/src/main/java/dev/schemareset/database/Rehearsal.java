package dev.schemareset.database;

import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.Problem;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * Runs the creating statements of a plan on an empty database in memory, so that SQL a developer wrote and SQLite does
 * not accept is found before anything is touched.
 */
final class Rehearsal {

    private Rehearsal() {}

    static void run(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        try (Connection connection = JDBC.createConnection("jdbc:sqlite::memory:", new Properties());
                java.sql.Statement jdbc = connection.createStatement()) {
            for (Statement statement : plan.creates()) {
                try {
                    jdbc.execute(statement.sql());
                } catch (SQLException e) {
                    problems.add(new Problem(
                            statement.why(),
                            "SQLite does not accept it: " + e.getMessage() + "\n  " + statement.sql(),
                            "correct the SQL in the annotations of that record."));
                }
            }
        } catch (SQLException e) {
            throw SqliteErrors.failed("open", "in memory", e);
        }
        if (!problems.isEmpty()) {
            throw new InvalidSchemaException(problems);
        }
    }
}
