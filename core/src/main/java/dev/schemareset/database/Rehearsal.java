package dev.schemareset.database;

import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.Problem;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * Runs the creating statements of a plan on an empty database in memory, so that SQL a developer wrote and SQLite does
 * not accept, or takes for something else, is found before anything is touched.
 */
final class Rehearsal {

    private Rehearsal() {}

    static void run(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        try (Connection connection = JDBC.createConnection("jdbc:sqlite::memory:", new Properties())) {
            for (Statement statement : plan.creates()) {
                run(connection, statement).ifPresent(problems::add);
            }
            if (problems.isEmpty()) {
                problems.addAll(differences(connection, plan));
                for (DatabaseObject table : plan.expected().ofKind(Kind.TABLE)) {
                    problems.addAll(DefaultRehearsal.of(connection, table.name()));
                }
            }
        } catch (SQLException e) {
            throw SqliteErrors.failed("open", "in memory", e);
        }
        if (!problems.isEmpty()) {
            throw new InvalidSchemaException(problems);
        }
    }

    private static List<Problem> differences(Connection connection, Plan plan) throws SQLException {
        return InventoryReader.readSchema(connection).differencesFrom(plan.expected()).stream()
                .map(difference -> new Problem(
                        "The schema",
                        "SQLite makes another of it than the models say: " + difference + ".",
                        "look for names or SQL in the annotations that SQLite takes for something else."))
                .toList();
    }

    private static Optional<Problem> run(Connection connection, Statement statement) {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement.sql());
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(new Problem(
                    statement.why().replaceFirst("\\.$", ""),
                    "SQLite does not accept it: " + e.getMessage() + "\n  " + statement.sql(),
                    "correct the SQL in the annotations of that record."));
        }
    }
}
