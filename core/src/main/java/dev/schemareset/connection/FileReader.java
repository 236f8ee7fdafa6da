package dev.schemareset.connection;

import static org.sqlite.SQLiteErrorCode.SQLITE_CANTOPEN;
import static org.sqlite.SQLiteErrorCode.SQLITE_IOERR;
import static org.sqlite.SQLiteErrorCode.SQLITE_READONLY;

import dev.schemareset.connection.ConnectionSource.Work;
import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.spi.Ending;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/**
 * Reads the database in a file and leaves nothing behind. A read-only connection to a database in WAL mode leaves a {@code -wal} and a
 * {@code -shm} file behind, which it may not remove (<a href="https://www.sqlite.org/wal.html#readonly">SQLite documentation</a>). So a
 * file at rest is opened as one that could be written, and then forbidden to be. Where the two files could not be made or removed, the
 * file is read as it stands.
 */
final class FileReader {

    private final DatabaseFile file;
    private final Parameters parameters;

    FileReader(DatabaseFile file, Parameters parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    /** Does work that reads. */
    <T> T read(Work<T> work) throws SQLException {
        boolean unwritable = file.isReadOnly() || file.isInReadOnlyDirectory();
        // The journal of a killed process must be rolled back before anything can be read, as SQLite then does.
        if (file.journals().hasLog() || (unwritable && file.journals().hasRollback())) {
            return on(readOnly(""), work);
        }
        return file.isReadOnly() || !canLog() ? asItStands(work) : on(queryOnly(), work);
    }

    private static <T> T on(Connection connection, Work<T> work) throws SQLException {
        return Ending.always(() -> work.on(connection), connection::close);
    }

    /** Whether SQLite can make what it needs to read a database in WAL mode. Only a trial tells the mode. */
    private boolean canLog() throws SQLException {
        if (!file.isInReadOnlyDirectory()) {
            return true;
        }
        try {
            on(queryOnly(), connection -> Pragmas.number(connection, "PRAGMA main.schema_version"));
            return true;
        } catch (SQLException e) {
            if (SqliteErrors.primaryCode(e) == SQLITE_READONLY || SqliteErrors.primaryCode(e) == SQLITE_CANTOPEN) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Without a lock, as SQLite reads a file that nobody changes
     * (<a href="https://www.sqlite.org/uri.html#uriimmutable">SQLite documentation</a>). Whether that was so, the file tells afterwards.
     */
    private <T> T asItStands(Work<T> work) throws SQLException {
        DatabaseFile.State before = file.state();
        T result = on(readOnly("?immutable=1"), work);
        if (!file.state().equals(before)) {
            throw new DatabaseBusyException(
                    "Cannot read the database " + file + ": another program changed the file meanwhile.",
                    "nothing was changed by this attempt.",
                    "run again when that program is done; or give this process write permission to the directory, so that"
                            + " SQLite can keep others out.",
                    null);
        }
        return result;
    }

    private Connection readOnly(String query) throws SQLException {
        SQLiteConfig config = parameters.forReading();
        config.setReadOnly(true);
        return NativeLibrary.connect(file.url() + query, config.toProperties());
    }

    private Connection queryOnly() throws SQLException {
        SQLiteConfig config = parameters.forReading();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        Connection connection = NativeLibrary.connect(file.url(), config.toProperties());
        return Ending.onFailure(
                () -> {
                    Pragmas.execute(connection, "PRAGMA query_only = ON");
                    return connection;
                },
                connection::close);
    }

    /** What it means that reading failed: where something beside the file is the reason, SQLite does not say so. */
    SchemaResetException failed(SQLException e) {
        SQLiteErrorCode code = SqliteErrors.primaryCode(e);
        boolean hindered = code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_IOERR;
        if (hindered && file.isInReadOnlyDirectory() && file.journals().hasLog()) {
            return file.unusable(
                    Action.READ,
                    "some of it is in " + file.journals().log() + ", for which SQLite needs an index, "
                            + file.journals().logIndex() + ", and the directory is read-only.",
                    "give this process write permission to the directory; or end the program that writes the database, or"
                            + " open and close it once where it may be written, so that the log is copied into the file.",
                    e);
        }
        if (hindered && file.isInReadOnlyDirectory() && file.journals().hasRollback()) {
            return file.unusable(
                    Action.READ,
                    "an interrupted program left the journal " + file.journals().rollback()
                            + ", which must be rolled back first, and the directory is read-only.",
                    "give this process write permission to the directory; or open the database once where it may be"
                            + " written, e.g. with the sqlite3 shell.",
                    e);
        }
        if (hindered && file.names() > 1) {
            return file.unusable(
                    Action.READ,
                    "the file has " + file.names() + " names (hard links), and some of its content seems to be in a log"
                            + " beside another one; SQLite says: " + e.getMessage() + ".",
                    "name the file as the program does that writes it.",
                    e);
        }
        return SqliteErrors.failed(Action.READ, file.toString(), e);
    }
}
