package dev.schemareset.support;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Starts processes to be killed, as fast as Java can: their start takes most of the time of a kill. So their classes are archived, which
 * Java does for those in JAR files only, and the library of SQLite is unpacked, which a killed process would leave behind besides.
 */
public final class QuickJvm {

    /** Who scans for models looks into each file of the class path, and a process that is killed asserts nothing. */
    private static final Pattern OF_TESTS = Pattern.compile("(junit|assertj|archunit|byte-buddy)[^/\\\\]*\\.jar$");

    private final Path directory;
    private final Class<?> main;
    private final String classPath;

    /** Prepares all that in a directory, for a main class of the tests. */
    public QuickJvm(Path directory, Class<?> main) throws IOException {
        this.directory = directory;
        this.main = main;
        this.classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !OF_TESTS.matcher(entry).find())
                .map(Path::of)
                .map(entry -> Files.isDirectory(entry) ? jar(entry) : entry)
                .map(Path::toString)
                .collect(joining(File.pathSeparator));
        unpackLibrary();
    }

    /** Tells a process a line and no other, lets it come to its end, and archives the classes that it used. */
    public void archive(String line, String... arguments) throws IOException, InterruptedException {
        Path errors = directory.resolve("archive.txt");
        Process process = start("-XX:ArchiveClassesAtExit=" + archive(), errors, arguments);
        try (InputStream output = process.getInputStream()) {
            try (BufferedWriter input = process.outputWriter()) {
                input.write(line + "\n");
            }
            output.readAllBytes();
            assertThat(process.waitFor())
                    .as("exit code; %s", Files.readString(errors))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts a process. */
    public Process start(Path errors, String... arguments) throws IOException {
        return start("-XX:SharedArchiveFile=" + archive(), errors, arguments);
    }

    private Process start(String archiving, Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                archiving,
                // It does not live long enough for more.
                "-XX:TieredStopAtLevel=1",
                "-XX:CompileThresholdScaling=3",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                // The virtual machine would write it between the lines of the process.
                "-Xlog:disable",
                "-Dorg.sqlite.lib.path=" + directory,
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }

    private Path archive() {
        return directory.resolve("classes.jsa");
    }

    private Path jar(Path classes) {
        // Of several modules, all are called the same.
        Path jar = directory.resolve(Integer.toHexString(classes.hashCode()) + ".jar");
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
