package dev.schemareset.connection;

import dev.schemareset.spi.Ending;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;

/** Opens the database in a file. */
public final class FileSource implements ConnectionSource {

    private final DatabaseFile file;
    private final Parameters parameters;
    private final UriParameters uri;
    private final FileReader reader;

    /**
     * Makes a source of connections to a file.
     *
     * @param file the file
     * @param parameters what connections that write are configured with, by the names of sqlite-jdbc
     */
    public FileSource(Path file, Properties parameters) {
        this(new DatabaseFile(file), parameters, UriParameters.NONE);
    }

    /**
     * Makes a source of connections to the file of a URI.
     *
     * @param file the file
     * @param parameters what connections that write are configured with, by the names of sqlite-jdbc
     * @param uri what else the URI says
     */
    public FileSource(DatabaseFile file, Properties parameters, UriParameters uri) {
        this.file = file;
        this.parameters = new Parameters(parameters);
        this.uri = uri;
        this.reader = new FileReader(this.file, this.parameters);
    }

    @Override
    public String name() {
        return file.path().toString();
    }

    @Override
    public String description() {
        return file.toString();
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
        try {
            return Optional.of(reader.read(work));
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    @Override
    public <T> T write(Action action, Work<T> work) {
        requireWritable(action);
        if (!action.creates()) {
            file.requireExisting(action);
        }
        try (Connection connection = open(parameters.forWriting(), "")) {
            return work.on(connection);
        } catch (SQLException e) {
            throw SqliteErrors.failed(action, description(), e);
        }
    }

    @Override
    public void copy(Connection locked, Path target) throws SQLException {
        reader.read(connection -> {
            PageCopy.ofFile(connection, target);
            return target;
        });
    }

    @Override
    public Jdbi jdbi() {
        SQLiteConfig config = parameters.forApplication();
        return Jdbi.create(() -> openExisting(config, uri.queryOfApplication()));
    }

    @Override
    public Connection connect() {
        return openExisting(parameters.withoutForeignKeys(), "");
    }

    private Connection openExisting(SQLiteConfig config, String query) {
        file.requireExisting(Action.OPEN);
        requireWritable(Action.OPEN);
        try {
            Connection connection = open(config, query);
            return parameters.has(Pragma.JOURNAL_MODE)
                    ? connection
                    : Ending.onFailure(() -> logging(connection), connection::close);
        } catch (SQLException e) {
            throw SqliteErrors.failed(Action.OPEN, description(), e);
        }
    }

    /** SQLite does not wait for the lock that this needs; if it is taken, a later connection switches. */
    private static Connection logging(Connection connection) throws SQLException {
        try {
            Pragmas.execute(connection, "PRAGMA journal_mode = WAL");
        } catch (SQLException e) {
            if (!SqliteErrors.isBusy(e)) {
                throw e;
            }
        }
        return connection;
    }

    private void requireWritable(Action action) {
        file.requireWritable(action);
        if (uri.isReadOnly()) {
            throw file.unusable(
                    action,
                    "its URL says mode=ro, with which it may only be read.",
                    "say mode=rwc, or remove mode; an application that only reads makes its own Jdbi and installs the"
                            + " SchemaResetPlugin.",
                    null);
        }
        if (!uri.creates() && !file.exists()) {
            throw file.unusable(
                    action,
                    "it does not exist, and its URL says mode=rw, with which it is not created.",
                    "say mode=rwc, or check the path.",
                    null);
        }
    }

    private Connection open(SQLiteConfig config, String query) throws SQLException {
        return NativeLibrary.connect(file.url() + query, config.toProperties());
    }
}
