package dev.schemareset.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Begins transactions on connections that may be inside one already. */
public final class Transactions {

    private Transactions() {}

    /** Whether it began; it does not when the owner of the connection has begun one before. */
    public static boolean begin(Connection connection, String begin) throws SQLException {
        // Without auto-commit the driver begins one before any statement.
        if (!connection.getAutoCommit()) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(begin);
            return true;
        } catch (SQLException e) {
            // SQLite has no error code of its own for this.
            if (String.valueOf(e.getMessage()).contains("within a transaction")) {
                return false;
            }
            throw e;
        }
    }
}
