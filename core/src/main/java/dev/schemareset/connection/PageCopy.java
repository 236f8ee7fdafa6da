package dev.schemareset.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;

/** Copies a database page by page through SQLite, which sees what a file and its journals hold together. */
final class PageCopy {

    private static final int ALL_PAGES = -1;
    private static final int RETRY_MILLIS = 10;
    private static final int RETRIES = 100;

    private PageCopy() {}

    /** With the backup interface of SQLite, which reads what is committed: another connection may hold the write lock. */
    static void ofFile(Connection reader, Path target) throws SQLException {
        DB database = reader.unwrap(SQLiteConnection.class).getDatabase();
        int code = database.backup("main", target.toString(), null, RETRY_MILLIS, RETRIES, ALL_PAGES);
        if (code != 0) {
            throw DB.newSQLException(code, "while copying to " + target);
        }
        leaveWriteAheadLog(target);
    }

    /** Of a database in WAL mode the copy is one too, and whoever opened it would leave files beside it. */
    private static void leaveWriteAheadLog(Path copy) throws SQLException {
        try (Connection connection = NativeLibrary.connect("jdbc:sqlite:" + copy.toUri(), new Properties())) {
            // When it cannot, SQLite returns another mode instead of an error.
            if (!Pragmas.text(connection, "PRAGMA journal_mode = DELETE").equals("delete")) {
                throw new SQLException("The copy " + copy + " stays in WAL mode.");
            }
        }
    }

    /** The backup interface refuses the connection that holds the write lock, and in memory there is no other. */
    static void ofMemory(Connection connection, Path target) throws SQLException, IOException {
        Files.write(target, connection.unwrap(SQLiteConnection.class).serialize("main"));
    }
}
