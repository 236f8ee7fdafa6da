package dev.schemareset.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteOpenMode;

/** Opens the database in a file. */
final class FileSource implements ConnectionSource {

    /** How long to wait for a lock that another connection holds. */
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    /** What these write is no part of the transaction, and would stay when it is rolled back. */
    private static final Set<Pragma> WRITING_PARAMETERS =
            Set.of(Pragma.JOURNAL_MODE, Pragma.USER_VERSION, Pragma.APPLICATION_ID);

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
    public Optional<Path> file() {
        return Optional.of(file.real());
    }

    @Override
    public <T> Optional<T> read(Work<T> work) {
        file.requireFile(Action.READ);
        if (!file.exists()) {
            return Optional.empty();
        }
        try (Connection connection = openForReading()) {
            return Optional.of(work.on(connection));
        } catch (SQLException e) {
            throw SqliteErrors.failed(Action.READ, name(), e);
        }
    }

    @Override
    public <T> T write(Action action, Work<T> work) {
        file.requireWritable(action);
        if (!action.creates()) {
            file.requireExisting(action);
        }
        try (Connection connection = open(config(without(WRITING_PARAMETERS)))) {
            return work.on(connection);
        } catch (SQLException e) {
            throw SqliteErrors.failed(action, name(), e);
        }
    }

    @Override
    public void copy(Connection locked, Path target) throws SQLException {
        try (Connection reader = openForReading()) {
            PageCopy.ofFile(reader, target);
        }
    }

    @Override
    public Jdbi jdbi() {
        Properties properties = new Properties();
        properties.setProperty(Pragma.FOREIGN_KEYS.pragmaName, "true");
        properties.putAll(parameters);
        SQLiteConfig config = config(properties);
        return Jdbi.create(() -> openExisting(config));
    }

    @Override
    public Connection connect() {
        SQLiteConfig config = config(parameters);
        config.enforceForeignKeys(false);
        return openExisting(config);
    }

    private Connection openExisting(SQLiteConfig config) {
        file.requireExisting(Action.OPEN);
        file.requireWritable(Action.OPEN);
        return openForUse(config);
    }

    private Connection openForUse(SQLiteConfig config) {
        try {
            Connection connection = open(config);
            if (!parameters.containsKey(Pragma.JOURNAL_MODE.pragmaName)) {
                // SQLite does not wait for the lock that this needs; if it is taken, a later connection switches.
                execute(connection, SqliteErrors::isBusy, "PRAGMA journal_mode = WAL");
            }
            return connection;
        } catch (SQLException e) {
            throw SqliteErrors.failed(Action.OPEN, name(), e);
        }
    }

    /**
     * A read-only connection to a database in WAL mode leaves a {@code -wal} and a {@code -shm} file behind, which it may
     * not remove (<a href="https://www.sqlite.org/wal.html#readonly">SQLite documentation</a>). So a file at rest is opened
     * as one that could be written, and then forbidden to be; where it may not be written, as one that nobody changes. Beside a
     * rollback journal it could be read in no other way: that of a killed process must be rolled back first, as SQLite then does.
     */
    private Connection openForReading() throws SQLException {
        SQLiteConfig config = config(only(Pragma.BUSY_TIMEOUT));
        if (file.hasWriteAheadLog() || (file.isReadOnly() && file.hasRollbackJournal())) {
            config.setReadOnly(true);
            return open(config);
        }
        if (file.isReadOnly()) {
            config.setReadOnly(true);
            return JDBC.createConnection(file.url() + "?immutable=1", config.toProperties());
        }
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        Connection connection = open(config);
        execute(connection, e -> false, "PRAGMA query_only = ON");
        return connection;
    }

    /** Sets up a connection that was just opened, and closes it when that fails in a way that cannot be forgiven. */
    private static void execute(Connection connection, Predicate<SQLException> forgiven, String pragma)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(pragma);
        } catch (SQLException e) {
            if (!forgiven.test(e)) {
                connection.close();
                throw e;
            }
        }
    }

    private Properties without(Set<Pragma> pragmas) {
        Properties properties = new Properties();
        properties.putAll(parameters);
        pragmas.forEach(pragma -> properties.remove(pragma.pragmaName));
        return properties;
    }

    /** Other parameters, such as journal_mode, would write. */
    private Properties only(Pragma pragma) {
        Properties properties = new Properties();
        if (parameters.containsKey(pragma.pragmaName)) {
            properties.put(pragma.pragmaName, parameters.get(pragma.pragmaName));
        }
        return properties;
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
