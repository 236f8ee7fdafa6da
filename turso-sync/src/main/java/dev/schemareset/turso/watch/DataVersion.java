package dev.schemareset.turso.watch;

import dev.schemareset.error.SchemaResetException;
import dev.schemareset.spi.LocalDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code PRAGMA data_version} on a connection of its own: the number changes with each commit of any other connection (SQLite
 * documentation, "PRAGMA data_version"), and asking takes microseconds. Opens the database again when another file has taken its place.
 * Never reads a file beside SQLite: closing it would drop SQLite's locks.
 */
final class DataVersion implements LocalWrites {

    private final LocalDatabase database;
    private @Nullable Watch watch;

    DataVersion(LocalDatabase database) {
        this.database = database;
    }

    /** One open connection. */
    private static final class Watch implements AutoCloseable {

        private final @Nullable Object file;
        private final Connection connection;
        private final PreparedStatement question;
        private long version;

        Watch(@Nullable Object file, Connection connection) throws SQLException {
            this.file = file;
            this.connection = connection;
            this.question = connection.prepareStatement("PRAGMA data_version");
            this.version = version();
        }

        private boolean isChanged() throws SQLException {
            long before = version;
            version = version();
            return version != before;
        }

        private long version() throws SQLException {
            try (ResultSet row = question.executeQuery()) {
                return row.getLong(1);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    @Override
    public boolean happened() {
        try {
            Object file = file();
            if (watch != null && Objects.equals(file, watch.file)) {
                return watch.isChanged();
            }
            close();
            watch = open(file);
            return true;
        } catch (IOException | SQLException | SchemaResetException e) {
            // Whoever syncs then finds out, and tells.
            close();
            return true;
        }
    }

    private Watch open(@Nullable Object file) throws SQLException {
        Connection connection = database.connect();
        try {
            return new Watch(file, connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Which file it is; null where the system cannot tell its files apart. */
    private @Nullable Object file() throws IOException {
        return Files.readAttributes(database.file(), BasicFileAttributes.class).fileKey();
    }

    @Override
    public void close() {
        Watch last = watch;
        watch = null;
        if (last != null) {
            try {
                last.close();
            } catch (SQLException e) {
                // It was only read.
            }
        }
    }
}
