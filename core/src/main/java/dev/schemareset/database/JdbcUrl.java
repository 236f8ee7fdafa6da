package dev.schemareset.database;

import dev.schemareset.error.UnusableDatabaseException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Reads and writes the JDBC URLs of sqlite-jdbc. */
final class JdbcUrl {

    private static final String PREFIX = "jdbc:sqlite:";

    private JdbcUrl() {}

    /** The URL of a file. As a URI it may hold any character; a plain path would lose all that follows a "?". */
    static String of(Path file) {
        if (file.getFileSystem() != FileSystems.getDefault()) {
            throw new UnusableDatabaseException(
                    "Cannot open the database " + file + ": it is not on the default file system.",
                    "nothing was changed.",
                    "pass a path on the disk.",
                    null);
        }
        return PREFIX + file.toAbsolutePath().toUri();
    }

    /** The file that a URL names. */
    static Path file(String url) {
        if (!url.startsWith(PREFIX)) {
            throw unusable(url, "it is not a JDBC URL of SQLite.", "pass jdbc:sqlite:<file>, or Path.of(\"<file>\").");
        }
        String address = url.substring(PREFIX.length()).split("\\?", 2)[0];
        boolean memory = address.isEmpty() || address.contains(":memory:") || url.contains("mode=memory");
        if (memory) {
            throw unusable(
                    url,
                    "a database in memory ends with the connection that opened it.",
                    "hand over the Jdbi that holds the connection: database(Jdbi.create(connection)).");
        }
        if (address.startsWith(":resource:")) {
            throw unusable(url, "a resource cannot be written.", "pass jdbc:sqlite:<file>.");
        }
        return address.startsWith("file:///")
                ? Path.of(URI.create(address))
                : Path.of(address.replaceFirst("^file:", ""));
    }

    private static UnusableDatabaseException unusable(String url, String why, String remedy) {
        return new UnusableDatabaseException(
                "Cannot use " + url + " as the database: " + why, "nothing was changed.", remedy, null);
    }
}
