package dev.schemareset.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemareset.error.UnusableDatabaseException;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;

/**
 * A JDBC URL of sqlite-jdbc, taken apart: sqlite-jdbc would take a parameter that it does not know for a part of the file's
 * name, and open another file than the one that is meant.
 *
 * @param file the file
 * @param parameters the parameters, by the names that sqlite-jdbc gives them
 */
record JdbcUrl(Path file, Properties parameters) {

    private static final String PREFIX = "jdbc:sqlite:";

    private static final Set<String> KNOWN_PARAMETERS =
            Stream.of(Pragma.values()).map(pragma -> pragma.pragmaName).collect(Collectors.toUnmodifiableSet());

    static JdbcUrl parse(String url) {
        if (!url.startsWith(PREFIX)) {
            throw unusable(url, "it is not a JDBC URL of SQLite.", "pass jdbc:sqlite:<file>, or Path.of(\"<file>\").");
        }
        String[] parts = url.substring(PREFIX.length()).split("\\?", 2);
        String query = parts.length == 1 ? "" : parts[1];
        if (parts[0].isEmpty() || parts[0].contains(":memory:") || ("&" + query).contains("&mode=memory")) {
            throw unusable(
                    url,
                    "a database in memory ends with the connection that opened it.",
                    "hand over the Jdbi that holds the connection: database(Jdbi.create(connection)).");
        }
        if (parts[0].startsWith(":resource:")) {
            throw unusable(url, "a resource cannot be written.", "pass jdbc:sqlite:<file>.");
        }
        return new JdbcUrl(file(url, parts[0]), parameters(url, query));
    }

    private static Path file(String url, String address) {
        try {
            return address.startsWith("file:") ? fileOfUri(address) : Path.of(address);
        } catch (IllegalArgumentException e) {
            throw unusable(url, "it names no file: " + e.getMessage() + ".", "pass jdbc:sqlite:<file>.");
        }
    }

    /** SQLite documentation, "URI filenames": the authority is empty or localhost, and the path may be relative. */
    private static Path fileOfUri(String address) {
        String path = address.replaceFirst("^file:(?://(?:localhost)?(?=/))?", "");
        if (path.startsWith("//")) {
            throw new IllegalArgumentException("another host than localhost");
        }
        if (path.contains("#")) {
            throw new IllegalArgumentException("what follows # is no part of it; %23 writes it");
        }
        return Path.of(URLDecoder.decode(path.replace("+", "%2B"), UTF_8));
    }

    private static Properties parameters(String url, String query) {
        Properties parameters = new Properties();
        for (String parameter : query.split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            if (!parameter.isEmpty() && (pair.length == 1 || !KNOWN_PARAMETERS.contains(pair[0]))) {
                throw unusable(
                        url,
                        "sqlite-jdbc knows no parameter \"" + pair[0] + "\" with a value.",
                        "correct the parameter, or remove it.");
            }
            if (pair.length == 2) {
                parameters.setProperty(pair[0], pair[1]);
            }
        }
        try {
            new SQLiteConfig(parameters).toProperties();
        } catch (IllegalArgumentException e) {
            throw unusable(url, "a parameter has a wrong value: " + e.getMessage() + ".", "correct the value.");
        }
        return parameters;
    }

    private static UnusableDatabaseException unusable(String url, String why, String remedy) {
        // What follows the "?" may hold a password.
        return new UnusableDatabaseException(
                "Cannot use " + url.split("\\?", 2)[0] + " as the database: " + why,
                "nothing was changed.",
                remedy,
                null);
    }
}
