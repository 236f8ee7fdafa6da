package dev.schemareset.run;

import dev.schemareset.connection.Pragmas;
import dev.schemareset.connection.SqliteErrors;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/** The pages of what is gone, which SQLite keeps in the file and uses again, unless it is told to give them back. */
final class FreePages {

    private FreePages() {}

    /** Gives the pages back, outside a transaction; the outcome in words, empty when there are none. */
    static Optional<String> giveBack(Connection connection) {
        try {
            long before = bytes(connection, "page_count");
            if (bytes(connection, "freelist_count") == 0) {
                return Optional.empty();
            }
            Pragmas.execute(connection, "VACUUM");
            long given = before - bytes(connection, "page_count");
            return Optional.of(
                    isInTheFile(connection)
                            ? inWords(given, "were given back to the file system.")
                            : inWords(
                                    given,
                                    "go back to the file system once no other connection reads the old content."));
        } catch (SQLException e) {
            return Optional.of("The pages of the old content stay free in the file, because SQLite says: "
                    + SqliteErrors.reason(e) + ". It uses them again; VACUUM gives them back.");
        }
    }

    /** What stands in a write-ahead log shrinks the file itself when it is copied there; readers are not waited for. */
    private static boolean isInTheFile(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet checkpoint = statement.executeQuery("PRAGMA main.wal_checkpoint(PASSIVE)")) {
            return checkpoint.next()
                    && !checkpoint.getBoolean("busy")
                    && checkpoint.getInt("log") == checkpoint.getInt("checkpointed");
        }
    }

    /** How many bytes are free in the file, in words; empty when there are none. */
    static Optional<String> report(Connection connection) {
        try {
            long free = bytes(connection, "freelist_count");
            return free == 0
                    ? Optional.empty()
                    : Optional.of(
                            inWords(free, "stay free in the file; SQLite uses them again, VACUUM gives them back."));
        } catch (SQLException e) {
            return Optional.of("SQLite does not tell how much of the file stays free: " + SqliteErrors.reason(e) + ".");
        }
    }

    private static String inWords(long bytes, String outcome) {
        return String.format(Locale.ROOT, "%,d bytes %s", bytes, outcome);
    }

    private static long bytes(Connection connection, String pages) throws SQLException {
        return Pragmas.number(connection, "PRAGMA main." + pages) * Pragmas.number(connection, "PRAGMA main.page_size");
    }
}
