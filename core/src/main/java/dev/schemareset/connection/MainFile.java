package dev.schemareset.connection;

import dev.schemareset.error.UnusableDatabaseException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The file behind a connection. */
public final class MainFile {

    private MainFile() {}

    /** The file, behind all symbolic links; empty for a database in memory. */
    public static Optional<Path> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
            while (databases.next()) {
                String file = databases.getString("file");
                if (databases.getString("name").equals("main") && file != null && !file.isEmpty()) {
                    return Optional.of(path(file));
                }
            }
            return Optional.empty();
        }
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UnusableDatabaseException(
                    "Cannot use the database " + file + ": Java cannot name this file: " + e.getMessage() + ".",
                    "nothing was changed.",
                    "run Java with an encoding for file names that has all of its characters, e.g. LC_ALL=C.UTF-8.",
                    e);
        }
    }
}
