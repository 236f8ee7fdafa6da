package dev.schemareset.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The file behind a connection. */
final class MainFile {

    private MainFile() {}

    /** The file, behind all symbolic links; empty for a database in memory. */
    static Optional<Path> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
            while (databases.next()) {
                String file = databases.getString("file");
                if (databases.getString("name").equals("main") && file != null && !file.isEmpty()) {
                    return Optional.of(Path.of(file));
                }
            }
            return Optional.empty();
        }
    }
}
