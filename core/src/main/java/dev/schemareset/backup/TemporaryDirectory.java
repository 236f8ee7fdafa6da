package dev.schemareset.backup;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory for what nobody misses, such as the database of a test: the one that {@code java.io.tmpdir} names. One that holds the
 * working directory, the home directory, Java or a part of the application is none, whatever is called so: rows in it may be missed.
 */
final class TemporaryDirectory {

    /** System properties that name what is meant to stay; an empty path is the working directory. */
    private static final List<String> LASTING =
            List.of("user.dir", "user.home", "java.home", "java.class.path", "jdk.module.path");

    private TemporaryDirectory() {}

    /** Whether a file is in it. */
    static boolean holds(Path file) {
        return paths("java.io.tmpdir")
                .filter(directory -> directory.getParent() != null)
                .filter(directory -> LASTING.stream()
                        .flatMap(TemporaryDirectory::paths)
                        .noneMatch(lasting -> lasting.startsWith(directory)))
                .anyMatch(file::startsWith);
    }

    private static Stream<Path> paths(String property) {
        String value = System.getProperty(property);
        return value == null
                ? Stream.of()
                : Stream.of(value.split(File.pathSeparator, -1)).flatMap(TemporaryDirectory::real);
    }

    /** The path behind all symbolic links; none where Java cannot name it. */
    private static Stream<Path> real(String name) {
        try {
            Path path = Path.of(name).toAbsolutePath().normalize();
            try {
                return Stream.of(path.toRealPath());
            } catch (IOException e) {
                return Stream.of(path);
            }
        } catch (InvalidPathException e) {
            return Stream.of();
        }
    }
}
