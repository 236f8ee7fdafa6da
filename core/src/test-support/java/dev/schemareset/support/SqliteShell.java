package dev.schemareset.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The real {@code sqlite3} shell. */
public final class SqliteShell {

    private SqliteShell() {}

    /**
     * Feeds a script to the shell. Without a shell on the path the test is skipped, and says so; on a build server it
     * fails instead.
     */
    public static void run(Path database, Path script) throws IOException, InterruptedException {
        Path output = Files.createTempFile("sqlite3", ".out");
        Process shell = new ProcessBuilder(executable(), "-bail", database.toString())
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = shell.waitFor();
        assertThat(Files.readString(output, UTF_8))
                .as("output of the sqlite3 shell")
                .isEmpty();
        assertThat(exit).as("exit code of the sqlite3 shell").isZero();
        Files.delete(output);
    }

    private static String executable() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> Stream.of(Path.of(directory, "sqlite3"), Path.of(directory, "sqlite3.exe")))
                .filter(Files::isExecutable)
                .findFirst();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found)
                    .as("the sqlite3 shell on the PATH, which the build server must have")
                    .isPresent();
        }
        assumeTrue(found.isPresent(), "skipped: there is no sqlite3 shell on the PATH");
        return found.get().toString();
    }
}
