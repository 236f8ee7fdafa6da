package dev.schemareset.connection;

import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.error.ResetFailedException;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.Statement;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Turns what SQLite reports into the errors of SchemaReset. */
public final class SqliteErrors {

    private static final String UNCHANGED = "nothing was changed.";

    /** What to do with a backup that cannot be restored in a transaction. */
    public static final String BY_HAND =
            "the backup is a whole database: stop the application and replace the file with it yourself; or, where"
                    + " functions or collations of the application are missing, hand over its Jdbi.";

    private SqliteErrors() {}

    /** Whether another connection is in the way. */
    static boolean isLocked(SQLException e) {
        SQLiteErrorCode code = primaryCode(e);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    /** What it means that an action on a database failed. Whatever it had begun is rolled back. */
    public static SchemaResetException failed(Action action, String database, SQLException e) {
        String failure = "Cannot " + action.verb() + " the database " + database + ": ";
        return switch (primaryCode(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new DatabaseBusyException(
                        failure + "it is locked, by another connection or by a query that is still open.",
                        UNCHANGED,
                        "end the other transaction, close the query, or stop the program that holds the database, and run again.",
                        e);
            case SQLITE_READONLY ->
                new UnusableDatabaseException(
                        failure + "it cannot be written; SQLite says: " + e.getMessage() + ".",
                        UNCHANGED,
                        "check the permissions of the file and its directory. If an interrupted program left a journal beside it,"
                                + " open it once for writing, e.g. with the sqlite3 shell, so that the journal is rolled back.",
                        e);
            case SQLITE_CANTOPEN ->
                new UnusableDatabaseException(
                        failure + "it, or a file beside it, cannot be opened; SQLite says: " + e.getMessage() + ".",
                        UNCHANGED,
                        "check that this process may read and write the file and its directory.",
                        e);
            case SQLITE_NOTADB ->
                new UnusableDatabaseException(
                        failure + "it is not a SQLite database.",
                        "the file was not changed.",
                        "check the path; if the file may be lost, delete it yourself and run again.",
                        e);
            case SQLITE_FULL ->
                new UnusableDatabaseException(
                        failure + "there is no space for what would be written; SQLite says: " + e.getMessage() + ".",
                        UNCHANGED,
                        "make room on the disk, or raise what limits the size of the database, and run again.",
                        e);
            case SQLITE_CORRUPT ->
                new UnusableDatabaseException(
                        failure + "it is damaged; SQLite says: " + e.getMessage() + ".",
                        UNCHANGED,
                        "restore a backup, or save what `.recover` of the sqlite3 shell can read. If all of it may be lost, delete"
                                + " the file and those named like it with -wal, -shm and -journal at the end, and run again.",
                        e);
            default ->
                new UnusableDatabaseException(
                        failure + "SQLite says: " + e.getMessage() + ".",
                        UNCHANGED,
                        "check the file, its permissions and its disk; `PRAGMA integrity_check` tells whether it is whole.",
                        e);
        };
    }

    /** What a failing statement means, once its transaction is rolled back. */
    public static SchemaResetException failed(Action action, String database, Statement statement, SQLException e) {
        SQLiteErrorCode code = primaryCode(e);
        if (code == SQLiteErrorCode.SQLITE_ERROR || code == SQLiteErrorCode.SQLITE_CONSTRAINT) {
            return new ResetFailedException(
                    "The " + action.noun() + " of the database " + database + " failed. " + statement.why()
                            + " But SQLite says: " + e.getMessage() + "\n" + Statement.excerpt(statement.sql()),
                    "everything was rolled back; the database is as it was before.",
                    action == Action.RESTORE ? BY_HAND : "correct what SQLite complains about and run again.",
                    e);
        }
        return failed(action, database, e);
    }

    /** Whether another connection holds the lock; SQLITE_LOCKED where both share one cache. */
    static boolean isBusy(SQLException e) {
        SQLiteErrorCode code = primaryCode(e);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    public static SQLiteErrorCode primaryCode(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    }

    /** What SQLite says, without the code and the general text that sqlite-jdbc puts before it. */
    public static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).replaceFirst("(?s)^\\[\\w+] .*? \\((.*)\\)$", "$1");
    }
}
