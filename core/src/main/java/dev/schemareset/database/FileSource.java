package dev.schemareset.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteOpenMode;

/** Opens the database in a file. */
final class FileSource implements ConnectionSource {

    private final DatabaseFile file;
    private final String url;

    /**
     * Makes a source of connections to a file.
     *
     * @param file the file
     * @param url the JDBC URL that opens it
     */
    FileSource(Path file, String url) {
        this.file = new DatabaseFile(file);
        this.url = url;
    }

    @Override
    public String name() {
        return file.path().toString();
    }

    @Override
    public <T> Optional<T> read(Work<T> work) {
        file.requireFile("read");
        if (!file.exists()) {
            return Optional.empty();
        }
        try (Connection connection = openForReading()) {
            return Optional.of(work.on(connection));
        } catch (SQLException e) {
            throw SqliteErrors.failed("read", name(), e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        file.requireWritable("reset");
        try (Connection connection = open(config())) {
            return work.on(connection);
        } catch (SQLException e) {
            throw SqliteErrors.failed("reset", name(), e);
        }
    }

    @Override
    public Jdbi jdbi() {
        SQLiteConfig config = config();
        config.enforceForeignKeys(true);
        config.setJournalMode(JournalMode.WAL);
        return Jdbi.create(() -> {
            file.requireExisting("open");
            file.requireWritable("open");
            return open(config);
        });
    }

    /**
     * A read-only connection to a database in WAL mode leaves a {@code -wal} and a {@code -shm} file behind, which it may
     * not remove (<a href="https://www.sqlite.org/wal.html#readonly">SQLite documentation</a>). So a file at rest is opened
     * as one that could be written, and then forbidden to be.
     */
    private Connection openForReading() throws SQLException {
        SQLiteConfig config = config();
        if (file.hasJournal() || file.isReadOnly()) {
            config.setReadOnly(true);
            return open(config);
        }
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        Connection connection = open(config);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(SqliteErrors.BUSY_TIMEOUT_MILLIS);
        return config;
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        return JDBC.createConnection(url, config.toProperties());
    }
}
