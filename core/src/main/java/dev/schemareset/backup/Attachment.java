package dev.schemareset.backup;

import dev.schemareset.connection.Pragmas;
import dev.schemareset.connection.SqliteErrors;
import dev.schemareset.connection.WriteTransaction;
import dev.schemareset.error.ResetFailedException;
import dev.schemareset.inspect.AttachedDatabases;
import dev.schemareset.plan.BackupContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/** What a plan changes on the connection by which it restores a backup, to be undone whether or not it was committed. */
public final class Attachment {

    /** What a connection has without attaching anything. */
    private static final Set<String> OWN = Set.of("main", "temp");

    private final Connection connection;
    private final boolean unchecked;
    private final boolean writable;

    private Attachment(Connection connection, boolean unchecked, boolean writable) {
        this.connection = connection;
        this.unchecked = unchecked;
        this.writable = writable;
    }

    /** Remembers how the connection was. */
    public static Attachment before(WriteTransaction transaction) throws SQLException {
        Connection connection = transaction.connection();
        if (isAttached(connection)) {
            throw cannot(
                    transaction,
                    "a database attached that is called " + BackupContent.ATTACHED,
                    "attach it under another name, and run again.");
        }
        long attached = AttachedDatabases.of(connection).stream()
                .filter(name -> !OWN.contains(name))
                .count();
        if (attached >= most(connection)) {
            throw cannot(
                    transaction,
                    attached + " databases attached, and SQLite allows " + most(connection),
                    "detach one of them, and run again.");
        }
        return new Attachment(
                connection,
                Pragmas.number(connection, "PRAGMA ignore_check_constraints") != 0,
                Pragmas.number(connection, "PRAGMA writable_schema") != 0);
    }

    private static ResetFailedException cannot(WriteTransaction transaction, String has, String remedy) {
        return new ResetFailedException(
                "Cannot " + transaction.action().verb() + " the database " + transaction.database()
                        + ": its connection has " + has + ".",
                "nothing was changed.",
                remedy,
                null);
    }

    private static int most(Connection connection) throws SQLException {
        return connection
                .unwrap(SQLiteConnection.class)
                .getDatabase()
                .limit(SQLiteLimits.SQLITE_LIMIT_ATTACHED.getId(), -1);
    }

    /** Makes the connection as it was; empty, or in words why it is not. None of this needs a lock. */
    public Optional<String> end() {
        try {
            Pragmas.execute(connection, "PRAGMA ignore_check_constraints = " + unchecked);
            Pragmas.execute(connection, "PRAGMA writable_schema = " + writable);
            if (isAttached(connection)) {
                Pragmas.execute(connection, "DETACH " + BackupContent.ATTACHED.quoted());
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("The connection is not as it was before: " + SqliteErrors.reason(e) + ".");
        }
    }

    private static boolean isAttached(Connection connection) throws SQLException {
        return AttachedDatabases.of(connection).contains(BackupContent.ATTACHED.value());
    }
}
