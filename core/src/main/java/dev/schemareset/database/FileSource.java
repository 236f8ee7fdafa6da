package dev.schemareset.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** Opens the database in a file. */
final class FileSource implements ConnectionSource {

    /** How long to wait for a lock that another connection holds. */
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final DatabaseFile file;
    private final Properties parameters;

    /**
     * Makes a source of connections to a file.
     *
     * @param file the file
     * @param parameters what connections that write are configured with, by the names of sqlite-jdbc
     */
    FileSource(Path file, Properties parameters) {
        this.file = new DatabaseFile(file);
        this.parameters = parameters;
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
        try (Connection connection = open(config(parameters))) {
            return work.on(connection);
        } catch (SQLException e) {
            throw SqliteErrors.failed("reset", name(), e);
        }
    }

    @Override
    public Jdbi jdbi() {
        Properties properties = new Properties();
        properties.setProperty(Pragma.FOREIGN_KEYS.pragmaName, "true");
        properties.putAll(parameters);
        SQLiteConfig config = config(properties);
        return Jdbi.create(() -> {
            file.requireExisting("open");
            file.requireWritable("open");
            Connection connection = open(config);
            if (!parameters.containsKey(Pragma.JOURNAL_MODE.pragmaName)) {
                switchToWal(connection);
            }
            return connection;
        });
    }

    /**
     * The mode stays with the file. SQLite does not wait for a lock to change it; while another connection writes, this one
     * works in the old mode, and a later one switches.
     */
    private static void switchToWal(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        } catch (SQLException e) {
            if (SqliteErrors.primaryCode(e) != SQLiteErrorCode.SQLITE_BUSY) {
                connection.close();
                throw e;
            }
        }
    }

    /**
     * A read-only connection to a database in WAL mode leaves a {@code -wal} and a {@code -shm} file behind, which it may
     * not remove (<a href="https://www.sqlite.org/wal.html#readonly">SQLite documentation</a>). So a file at rest is opened
     * as one that could be written, and then forbidden to be.
     */
    private Connection openForReading() throws SQLException {
        // Parameters such as journal_mode would write.
        SQLiteConfig config = config(new Properties());
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

    private static SQLiteConfig config(Properties parameters) {
        Properties properties = new Properties();
        properties.setProperty(Pragma.BUSY_TIMEOUT.pragmaName, String.valueOf(BUSY_TIMEOUT_MILLIS));
        properties.putAll(parameters);
        return new SQLiteConfig(properties);
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        return JDBC.createConnection(file.url(), config.toProperties());
    }
}
