package dev.schemareset.examples.manage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.examples.manage.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: its environment, its standard input and its exit code. */
final class ProcessTest {

    private final Path directory;
    private final Shell shell;

    ProcessTest(@TempDir Path directory) {
        this.directory = directory;
        shell = new Shell(directory);
    }

    @Test
    @Timeout(120)
    void takesTheDatabaseFromTheEnvironmentAndReturnsItsExitCode() throws Exception {
        shell.fillDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result refused = runProcess("", "apply-migration");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out())
                .startsWith("This drops everything in DIR/app.db: 2 tables (3 rows), 1 index\n")
                .endsWith("Type yes to go on: \n");
        assertThat(refused.err()).isEqualTo("""
                        There was nobody to answer. Nothing was changed.
                        In a script, pass --yes to drop without asking.
                        """);
        assertThat(shell.database()).hasBinaryContent(before);

        Result confirmed = runProcess("yes\n", "apply-migration");
        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out()).contains("Dropped 2 tables (3 rows), 1 index\n");
        assertThat(confirmed.exitCode()).isZero();

        assertThat(runProcess("", "--bogus").exitCode()).isEqualTo(2);
        assertThat(directory.resolve("local.db")).doesNotExist();
    }

    @Test
    @Timeout(120)
    void asksNothingWhereEveryResetIsProhibited() throws Exception {
        shell.fillDatabase();
        byte[] before = Files.readAllBytes(shell.database());

        Result refused = runProcess("yes\n", Map.of("SCHEMA_RESET_PROHIBITED", "production"), "apply-migration");

        assertThat(refused).isEqualTo(new Result(1, "", """
                        Cannot reset the database DIR/app.db: the environment variable SCHEMA_RESET_PROHIBITED forbids it in this process: "production".
                        Your data: nothing was changed.
                        What to do: if it is meant, start the process without the variable.
                        """));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    private Result runProcess(String input, String... args) throws IOException, InterruptedException {
        return runProcess(input, Map.of(), args);
    }

    private Result runProcess(String input, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        Path in = Files.writeString(directory.resolve("in.txt"), input);
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        List<String> java = List.of(
                Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                        .toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                requireNonNull(System.getProperty("java.class.path")),
                Manage.class.getName());
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(args)).toList())
                .directory(directory.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LOCAL_DB_PATH", directory.resolve("app.db").toString());
        builder.environment().putAll(environment);
        // The JVM announces these on its standard error.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        try {
            int exitCode = process.waitFor();
            return new Result(
                    exitCode, shell.normalised(Files.readString(out)), shell.normalised(Files.readString(err)));
        } finally {
            process.destroyForcibly();
        }
    }
}
