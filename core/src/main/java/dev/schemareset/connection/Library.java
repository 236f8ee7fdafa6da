package dev.schemareset.connection;

import dev.schemareset.error.UnusableDatabaseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteJDBCLoader;

/**
 * A library that this one calls, refused where it is older than the oldest that the build is tested with. The dependency management of an
 * application may bring an older one without a word, and what that lacks would show late, and as something else.
 *
 * @param name its coordinates
 * @param oldest the oldest version that works
 * @param remedy where else its version may be chosen
 */
public record Library(String name, String oldest, String remedy) {

    /** Older ones cannot load their own classes in the order in which these are used here (measured: 3.46.0.0). */
    static final Library SQLITE_JDBC = new Library(
            "org.xerial:sqlite-jdbc",
            "3.46.1.0",
            "where dependency management chooses it, choose it there: Spring Boot reads the property sqlite-jdbc.version.");

    /** Older ones look for a column of a component that is ignored, where its annotation is one of a type (measured: 3.50.0). */
    static final Library JDBI =
            new Library("org.jdbi:jdbi3-core", "3.51.0", "where dependency management chooses it, choose it there.");

    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");

    /** Reads no more than names: no file, no native library. */
    public static void requireSupported() {
        SQLITE_JDBC.require(Optional.of(SQLiteJDBCLoader.getVersion()));
        JDBI.require(versionOf(Jdbi.class));
    }

    /** As its manifest tells on the class path, and the name of its file on the module path. */
    private static Optional<String> versionOf(Class<?> type) {
        return type.getModule().isNamed()
                ? type.getModule().getDescriptor().rawVersion()
                : Optional.ofNullable(type.getPackage().getImplementationVersion());
    }

    /** What does not tell its version, as in a jar of an application's own making, is not guessed at. */
    void require(Optional<String> found) {
        found.filter(version -> VERSION.matcher(version).matches())
                .filter(version -> Arrays.compare(numbers(version), numbers(oldest)) < 0)
                .ifPresent(version -> {
                    throw new UnusableDatabaseException(
                            "Cannot use " + name + " " + version + ": the oldest version that works is " + oldest + ".",
                            "nothing was changed.",
                            "depend on " + name + " " + oldest + " or newer; " + remedy,
                            null);
                });
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
