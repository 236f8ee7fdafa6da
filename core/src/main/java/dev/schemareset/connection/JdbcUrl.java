package dev.schemareset.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemareset.connection.UriParameters.Refusal;
import dev.schemareset.error.UnusableDatabaseException;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;

/**
 * A JDBC URL of sqlite-jdbc, taken apart. sqlite-jdbc takes its own parameters out of the query. What is left of it SQLite reads in a
 * {@code file:} URI; in a plain path it is a part of the file's name, and another file is opened than the one that is meant.
 */
public final class JdbcUrl {

    private static final String PREFIX = "jdbc:sqlite:";
    private static final String URI = "file:";

    private static final Set<String> OF_SQLITE_JDBC =
            Stream.of(Pragma.values()).map(pragma -> pragma.pragmaName).collect(Collectors.toUnmodifiableSet());

    private final String url;
    private final String address;
    private final Properties parameters = new Properties();
    private final UriParameters uri;

    private JdbcUrl(String url) {
        if (!url.startsWith(PREFIX)) {
            throw unusable(url, "it is not a JDBC URL of SQLite.", "pass jdbc:sqlite:<file>, or Path.of(\"<file>\").");
        }
        String[] parts = url.substring(PREFIX.length()).split("\\?", 2);
        this.url = url;
        this.address = parts[0];
        this.uri = new UriParameters(sort(parts.length == 1 ? "" : parts[1]));
    }

    /**
     * Where the connections to the database of a URL come from.
     *
     * @param origin where the URL comes from, for messages, e.g. {@code  (from LOCAL_DB_PATH)}; empty when the application named it
     */
    public static ConnectionSource source(String url, String origin) {
        return new JdbcUrl(url).source(origin);
    }

    private ConnectionSource source(String origin) {
        if (address.startsWith(URI) && address.contains("#")) {
            // Parameters as well: what is meant to be in memory would be a file.
            throw unusable(url, "SQLite ignores what follows the # of a URI.", "write %23 in place of the #.");
        }
        if (isInMemory()) {
            if (uri.isShared() && isNamedUri()) {
                return new SharedMemorySource(address, parameters);
            }
            throw unusable(
                    url,
                    "a database in memory ends with the connection that opened it.",
                    "hand over the Jdbi that holds the connection: database(Jdbi.create(connection)).");
        }
        if (address.startsWith(":resource:")) {
            throw unusable(url, "a resource cannot be written.", "pass jdbc:sqlite:<file>.");
        }
        return new FileSource(new DatabaseFile(file(), origin), parameters, uri);
    }

    private boolean isInMemory() {
        return address.isEmpty() || address.contains(":memory:") || uri.isInMemory();
    }

    /** SQLite shares no database without a name (measured). */
    private boolean isNamedUri() {
        return address.startsWith(URI) && address.length() > URI.length();
    }

    private Path file() {
        try {
            return address.startsWith(URI) ? fileOfUri() : Path.of(address);
        } catch (IllegalArgumentException e) {
            throw unusable(url, "it names no file: " + e.getMessage() + ".", "pass jdbc:sqlite:<file>.");
        }
    }

    /** SQLite documentation, "URI filenames": the authority is empty or localhost, and the path may be relative. */
    private Path fileOfUri() {
        String path = address.replaceFirst("^file:(?://(?:localhost)?(?=/))?", "");
        if (path.startsWith("//")) {
            throw new IllegalArgumentException("another host than localhost");
        }
        return Path.of(URLDecoder.decode(path.replace("+", "%2B"), UTF_8));
    }

    /** Keeps the parameters of sqlite-jdbc, of which the first of a name counts (measured), and returns those of SQLite. */
    private Map<String, String> sort(String query) {
        Map<String, String> ofSqlite = new HashMap<>();
        for (String parameter : query.split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            String name = pair[0].strip().toLowerCase(Locale.ROOT);
            if (pair.length == 2 && OF_SQLITE_JDBC.contains(name)) {
                parameters.putIfAbsent(name, pair[1].strip());
            } else if (pair.length == 2 && UriParameters.NAMES.contains(pair[0])) {
                requireUri(pair[0]);
                ofSqlite.put(pair[0], pair[1]);
            } else if (!parameter.isEmpty()) {
                throw unusable(
                        url,
                        "neither sqlite-jdbc nor SQLite knows a parameter \"" + pair[0] + "\" with a value.",
                        "correct the parameter, or remove it.");
            }
        }
        requireValues();
        Optional<Refusal> refusal = new UriParameters(ofSqlite).refusal();
        if (refusal.isPresent()) {
            throw unusable(url, refusal.get().why(), refusal.get().remedy());
        }
        return ofSqlite;
    }

    private void requireUri(String name) {
        if (!address.startsWith(URI)) {
            throw unusable(
                    url,
                    "SQLite knows the parameter \"" + name
                            + "\" in a URI only; sqlite-jdbc would take it for a part of the" + " file's name.",
                    "write file: before the path, or remove the parameter.");
        }
    }

    private void requireValues() {
        try {
            new SQLiteConfig(parameters).toProperties();
        } catch (IllegalArgumentException e) {
            throw unusable(url, "a parameter has a wrong value: " + e.getMessage() + ".", "correct the value.");
        }
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
