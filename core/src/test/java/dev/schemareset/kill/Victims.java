package dev.schemareset.kill;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Starts victims, as fast as Java can: their start takes most of the time of a kill. So their classes are archived, which Java does
 * for those in JAR files only, and the library of SQLite is unpacked, which a killed process would leave behind besides.
 */
final class Victims {

    /** Of which one that nobody kills comes to its end. */
    private static final int ROUNDS = 50;

    private final Path directory;
    private final String classPath;

    /** Prepares all that in a directory. */
    Victims(Path directory) throws IOException {
        this.directory = directory;
        this.classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(entry -> Files.isDirectory(entry) ? jar(entry) : entry)
                .map(Path::toString)
                .collect(joining(File.pathSeparator));
        unpackLibrary();
    }

    /** Lets a victim come to its end, and archives the classes that it used. */
    void archive(Path database) throws IOException, InterruptedException {
        Path errors = directory.resolve("archive.txt");
        Process victim = start("-XX:ArchiveClassesAtExit=" + archive(), database, 1, errors);
        try (InputStream output = victim.getInputStream()) {
            output.readAllBytes();
            assertThat(victim.waitFor())
                    .as("exit code; %s", Files.readString(errors))
                    .isZero();
        } finally {
            victim.destroyForcibly();
        }
    }

    /** Starts a victim that works until it is killed. */
    Process start(Path database, Path errors) throws IOException {
        return start("-XX:SharedArchiveFile=" + archive(), database, ROUNDS, errors);
    }

    private Process start(String archiving, Path database, int rounds, Path errors) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                archiving,
                // A victim does not live long enough for more.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                // The virtual machine would write it between the steps.
                "-Xlog:disable",
                "-Dorg.sqlite.lib.path=" + directory,
                "-cp",
                classPath,
                Victim.class.getName(),
                database.toString(),
                String.valueOf(rounds));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    private Path archive() {
        return directory.resolve("victim.jsa");
    }

    private Path jar(Path classes) {
        Path jar = directory.resolve(classes.getFileName() + ".jar");
        int exit = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-c", "-f", jar.toString(), "-C", classes.toString(), ".");
        assertThat(exit).as("exit code of jar for %s", classes).isZero();
        return jar;
    }

    private void unpackLibrary() throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = Objects.requireNonNull(LibraryLoaderUtil.class.getResourceAsStream(resource))) {
            Files.copy(library, directory.resolve(name));
        }
    }
}
