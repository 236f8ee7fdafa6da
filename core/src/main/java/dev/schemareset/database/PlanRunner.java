package dev.schemareset.database;

import dev.schemareset.error.ResetFailedException;
import dev.schemareset.plan.Execution;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Runs a reset on one connection: all in one transaction, proven before it commits, rolled back on any doubt. The plan is
 * made once the write lock is held, so nothing can come between what was counted and what is dropped.
 */
final class PlanRunner {

    private final String database;
    private final Connection connection;
    private final Stopwatch stopwatch = new Stopwatch();

    PlanRunner(String database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    Execution run(Function<Inventory, Plan> planner) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw insideATransaction();
        }
        checkThatItCanRollBack();
        boolean enforced = isOn("PRAGMA foreign_keys");
        execute(Plan.FOREIGN_KEYS_OFF);
        try {
            begin();
            stopwatch.lap("lock the database");
            return new Execution(inTransaction(planner), stopwatch.steps());
        } finally {
            if (enforced) {
                execute(Plan.FOREIGN_KEYS_ON);
            }
        }
    }

    /** SQLite documentation, "PRAGMA journal_mode": with OFF a rollback leaves the database undefined, often corrupt. */
    private void checkThatItCanRollBack() throws SQLException {
        try (java.sql.Statement jdbc = connection.createStatement();
                ResultSet rows = jdbc.executeQuery("PRAGMA journal_mode")) {
            if (rows.next() && rows.getString(1).equalsIgnoreCase("off")) {
                throw new ResetFailedException(
                        "Cannot reset the database " + database
                                + ": its connection has the journal mode OFF, with which"
                                + " nothing can be rolled back.",
                        "nothing was changed.",
                        "choose another journal mode, e.g. PRAGMA journal_mode = DELETE, and run again.",
                        null);
            }
        }
    }

    /** Inside a transaction of its owner the connection could not switch foreign keys off, nor roll back on its own. */
    private void begin() {
        try {
            if (!Transactions.begin(connection, Plan.BEGIN.sql())) {
                throw insideATransaction();
            }
        } catch (SQLException e) {
            throw SqliteErrors.resetting(database, Plan.BEGIN, e);
        }
    }

    private ResetFailedException insideATransaction() {
        return new ResetFailedException(
                "Cannot reset the database " + database + ": its connection is inside a transaction.",
                "nothing was changed.",
                "commit or roll back that transaction, or turn auto-commit on, and run again.",
                null);
    }

    private Plan inTransaction(Function<Inventory, Plan> planner) throws SQLException {
        try {
            Inventory found = InventoryReader.read(connection);
            stopwatch.lap("read what is there");
            Plan plan = planner.apply(found);
            stopwatch.lap("plan");
            executeAll(plan.drops());
            stopwatch.lap("drop");
            executeAll(plan.creates());
            stopwatch.lap("create");
            prove(plan);
            stopwatch.lap("prove");
            execute(Plan.COMMIT);
            stopwatch.lap("commit");
            return plan;
        } catch (SQLException | RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
    }

    /** What stands in the database now must be what was planned, to the letter, or nothing is kept. */
    private void prove(Plan plan) throws SQLException {
        Inventory created = InventoryReader.readSchema(connection);
        if (!created.fingerprint().equals(plan.fingerprint())) {
            throw new ResetFailedException(
                    "The reset of the database " + database + " did not lead to what was planned: "
                            + String.join("; ", created.differencesFrom(plan.expected())) + ".",
                    "everything was rolled back; the database is as it was before.",
                    "look at what the database held with info(); please report this as a bug of SchemaReset.",
                    null);
        }
    }

    private void executeAll(List<Statement> statements) {
        statements.forEach(this::execute);
    }

    private void execute(Statement statement) {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement.sql());
        } catch (SQLException e) {
            throw SqliteErrors.resetting(database, statement, e);
        }
    }

    private boolean isOn(String pragma) throws SQLException {
        try (java.sql.Statement jdbc = connection.createStatement();
                ResultSet rows = jdbc.executeQuery(pragma)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** SQLite may have rolled back by itself, e.g. when the disk is full; what failed first is what counts. */
    private void rollback(Throwable cause) {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            jdbc.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
