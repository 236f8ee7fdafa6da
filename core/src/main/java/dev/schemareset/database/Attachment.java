package dev.schemareset.database;

import dev.schemareset.plan.BackupContent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Leaves a connection as it was before a plan attached a backup to it, whether or not the plan was committed. */
final class Attachment {

    private Attachment() {}

    static <T> T around(Connection connection, ConnectionSource.Work<T> work) throws SQLException {
        boolean unchecked = Pragmas.number(connection, "PRAGMA ignore_check_constraints") != 0;
        T result;
        try {
            result = work.on(connection);
        } catch (SQLException | RuntimeException e) {
            try {
                undo(connection, unchecked);
            } catch (SQLException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
        undo(connection, unchecked);
        return result;
    }

    private static void undo(Connection connection, boolean unchecked) throws SQLException {
        Pragmas.execute(connection, "PRAGMA writable_schema = RESET");
        Pragmas.execute(connection, "PRAGMA ignore_check_constraints = " + unchecked);
        if (isAttached(connection)) {
            Pragmas.execute(connection, "DETACH " + BackupContent.ATTACHED.quoted());
        }
    }

    private static boolean isAttached(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
            boolean attached = false;
            while (databases.next()) {
                attached |= databases.getString("name").equals(BackupContent.ATTACHED.value());
            }
            return attached;
        }
    }
}
