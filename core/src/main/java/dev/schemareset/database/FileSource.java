package dev.schemareset.database;

import dev.schemareset.error.UnusableDatabaseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;

/** Opens a database file, and says what is wrong with the file before SQLite does. */
final class FileSource implements ConnectionSource {

    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private final String url;

    /**
     * Makes a source of connections to a file.
     *
     * @param file the file
     * @param url the JDBC URL that opens it
     */
    FileSource(Path file, String url) {
        this.file = file.toAbsolutePath().normalize();
        this.url = url;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public <T> Optional<T> read(Work<T> work) {
        checkIsFile("read");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        SQLiteConfig config = config();
        config.setReadOnly(true);
        try (Connection connection = open(config)) {
            return Optional.of(work.on(connection));
        } catch (SQLException e) {
            throw SqliteErrors.reading(name(), e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        checkIsWritable();
        try (Connection connection = open(config())) {
            return work.on(connection);
        } catch (SQLException e) {
            throw SqliteErrors.opening(name(), e);
        }
    }

    @Override
    public Jdbi jdbi() {
        SQLiteConfig config = config();
        config.enforceForeignKeys(true);
        config.setJournalMode(JournalMode.WAL);
        return Jdbi.create(() -> {
            checkIsFile("open");
            if (Files.notExists(file)) {
                throw new UnusableDatabaseException(
                        "Cannot open the database " + file + ": it does not exist.",
                        "nothing was created.",
                        "create it with apply(Confirm.YES), or check the path.",
                        null);
            }
            checkIsWritable();
            return open(config);
        });
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(SqliteErrors.BUSY_TIMEOUT_MILLIS);
        return config;
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        Properties properties = config.toProperties();
        return JDBC.createConnection(url, properties);
    }

    private void checkIsFile(String verb) {
        if (Files.isDirectory(file)) {
            throw new UnusableDatabaseException(
                    "Cannot " + verb + " the database " + file + ": it is a directory.",
                    "nothing was changed.",
                    "pass the path of a file, e.g. " + file.resolve("local.db") + ".",
                    null);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnusableDatabaseException(
                    "Cannot " + verb + " the database " + file + ": it is not a regular file.",
                    "nothing was changed.",
                    "pass the path of a file.",
                    null);
        }
        Path parent = file.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new UnusableDatabaseException(
                    "Cannot " + verb + " the database " + file + ": the directory " + parent + " does not exist.",
                    "nothing was changed.",
                    "create the directory, or check the path.",
                    null);
        }
    }

    private void checkIsWritable() {
        checkIsFile("reset");
        if (Files.exists(file) && isReadOnly()) {
            throw new UnusableDatabaseException(
                    "Cannot write the database " + file + ": the file is read-only.",
                    "nothing was changed.",
                    "give the file write permission if it may be reset, or check the path.",
                    null);
        }
    }

    /** A file without any write permission was marked on purpose: that counts also for a user who may write it anyway. */
    private boolean isReadOnly() {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            boolean marked = posix != null
                    && posix.readAttributes().permissions().stream().noneMatch(WRITE::contains);
            return marked || !Files.isWritable(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
