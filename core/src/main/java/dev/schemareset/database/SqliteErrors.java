package dev.schemareset.database;

import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.error.ResetFailedException;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.Statement;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Turns what SQLite reports into the errors of SchemaReset. */
final class SqliteErrors {

    private SqliteErrors() {}

    /** What it means that reading, resetting or opening a database failed. */
    static SchemaResetException failed(String verb, String database, SQLException e) {
        String failure = "Cannot " + verb + " the database " + database + ": ";
        return switch (primaryCode(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new DatabaseBusyException(
                        failure + "it is locked, by another connection or by a query that is still open.",
                        "nothing was changed.",
                        "end the other transaction, close the query, or stop the program that holds the file, and run again.",
                        e);
            case SQLITE_READONLY ->
                new UnusableDatabaseException(
                        failure + "it cannot be written; SQLite says: " + e.getMessage() + ".",
                        "nothing was changed.",
                        "check the permissions of the file and its directory. If an interrupted program left a journal beside it,"
                                + " open it once for writing, e.g. with the sqlite3 shell, so that the journal is rolled back.",
                        e);
            case SQLITE_NOTADB ->
                new UnusableDatabaseException(
                        failure + "it is not a SQLite database.",
                        "the file was not changed.",
                        "check the path; if the file may go, delete it yourself and run again.",
                        e);
            default ->
                new UnusableDatabaseException(
                        failure + "SQLite says: " + e.getMessage() + ".",
                        "nothing was changed.",
                        "check the file, its permissions and its disk; `PRAGMA integrity_check` tells whether it is whole.",
                        e);
        };
    }

    /** What a failing statement of a reset means, once its transaction is rolled back. */
    static SchemaResetException resetting(String database, Statement statement, SQLException e) {
        SQLiteErrorCode code = primaryCode(e);
        if (code == SQLiteErrorCode.SQLITE_ERROR || code == SQLiteErrorCode.SQLITE_CONSTRAINT) {
            return new ResetFailedException(
                    "The reset of the database " + database + " failed. " + statement.why() + " But SQLite says: "
                            + e.getMessage() + "\n" + statement.sql(),
                    "everything was rolled back; the database is as it was before.",
                    "correct what SQLite complains about and run again.",
                    e);
        }
        return failed("reset", database, e);
    }

    static boolean isBusy(SQLException e) {
        return primaryCode(e) == SQLiteErrorCode.SQLITE_BUSY;
    }

    static SQLiteErrorCode primaryCode(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    }
}
