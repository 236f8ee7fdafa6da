package dev.schemareset.connection;

import dev.schemareset.error.ResetFailedException;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Statement;
import java.sql.Connection;
import java.sql.SQLException;

/** The one transaction in which an action on a database happens, or does not. */
public final class WriteTransaction {

    private final Action action;
    private final String database;
    private final Connection connection;

    public WriteTransaction(Action action, String database, Connection connection) {
        this.action = action;
        this.database = database;
        this.connection = connection;
    }

    public Action action() {
        return action;
    }

    public String database() {
        return database;
    }

    public Connection connection() {
        return connection;
    }

    /**
     * Inside a transaction of its owner the connection could not switch foreign keys off, nor roll back on its own. With the journal
     * mode OFF a rollback leaves the database undefined, often corrupt (SQLite documentation, "PRAGMA journal_mode").
     */
    public void requireNone() throws SQLException {
        if (!connection.getAutoCommit()) {
            throw insideATransaction();
        }
        if (Pragmas.text(connection, "PRAGMA journal_mode").equalsIgnoreCase("off")) {
            throw new ResetFailedException(
                    "Cannot " + action.verb() + " the database " + database
                            + ": its connection has the journal mode OFF, with which nothing can be rolled back.",
                    "nothing was changed.",
                    "choose another journal mode, e.g. PRAGMA journal_mode = DELETE, and run again.",
                    null);
        }
    }

    public void begin() {
        try {
            if (!Transactions.begin(connection, Plan.BEGIN.sql())) {
                throw insideATransaction();
            }
        } catch (SQLException e) {
            throw SqliteErrors.failed(action, database, Plan.BEGIN, e);
        }
    }

    public void execute(Statement statement) {
        try {
            Pragmas.execute(connection, statement.sql());
        } catch (SQLException e) {
            throw SqliteErrors.failed(action, database, statement, e);
        }
    }

    public void commit() {
        execute(Plan.COMMIT);
    }

    /**
     * Takes everything back. SQLite may have done so by itself, e.g. when the disk is full; what failed first is what counts.
     *
     * @return whether it is certain that nothing is left of the transaction
     */
    public boolean rollback(Throwable cause) {
        try {
            Pragmas.execute(connection, "ROLLBACK");
            return true;
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return SqliteErrors.reason(e).contains("no transaction is active");
        }
    }

    private ResetFailedException insideATransaction() {
        return new ResetFailedException(
                "Cannot " + action.verb() + " the database " + database + ": its connection is inside a transaction.",
                "nothing was changed.",
                "commit or roll back that transaction, or turn auto-commit on, and run again.",
                null);
    }
}
