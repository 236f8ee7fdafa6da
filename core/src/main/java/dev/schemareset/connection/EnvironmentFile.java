package dev.schemareset.connection;

import dev.schemareset.error.UnusableDatabaseException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Properties;

/** The file that an environment variable names, by its path or a JDBC URL. Messages about it name the variable. */
public final class EnvironmentFile {

    private EnvironmentFile() {}

    public static ConnectionSource source(String variable, String value) {
        String origin = " (from " + variable + ")";
        try {
            return value.startsWith("jdbc:")
                    ? JdbcUrl.source(value, origin)
                    : new FileSource(new DatabaseFile(Path.of(value), origin), new Properties(), UriParameters.NONE);
        } catch (InvalidPathException e) {
            throw wrong(variable, "It is no path: " + e.getMessage() + ".", "set it to the path of a file.", e);
        } catch (UnusableDatabaseException e) {
            throw wrong(variable, e.failure(), e.remedy(), e);
        }
    }

    private static UnusableDatabaseException wrong(String variable, String why, String remedy, RuntimeException cause) {
        return new UnusableDatabaseException(
                "The environment variable " + variable + " is wrong. " + why, "nothing was changed.", remedy, cause);
    }
}
