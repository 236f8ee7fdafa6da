package dev.schemareset.manage;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.schemareset.manage.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line in a process of its own, whose environment is what a test chooses, and not what the tests were started with. */
final class ManageProcess {

    private static final List<String> UNWANTED = List.of(
            "SCHEMA_RESET_PROHIBITED",
            "NO_COLOR",
            "TURSO_AUTH_TOKEN",
            "TURSO_DATABASE_URL",
            // The JVM announces these on its standard error.
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS");

    private final Path directory;
    private final Shell shell;

    /** In the directory of a shell, which shows what comes back. */
    ManageProcess(Path directory, Shell shell) {
        this.directory = directory;
        this.shell = shell;
    }

    Result run(String input, Map<String, String> environment, String... args) throws IOException, InterruptedException {
        return run(command(args), input, environment);
    }

    /** The same on a terminal of so many columns, which shows both outputs. */
    Result runOnTerminal(int columns, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        String typed = command(args).stream().map(word -> "'" + word + "'").collect(joining(" "));
        return run(List.of("script", "-qec", "stty cols " + columns + "; " + typed, "/dev/null"), "", environment);
    }

    private Result run(List<String> command, String input, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path in = Files.writeString(directory.resolve("in.txt"), input);
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(UNWANTED);
        builder.environment().put("LOCAL_DB_PATH", shell.database().toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            int exitCode = process.waitFor();
            return new Result(
                    exitCode, shell.normalised(Files.readString(out)), shell.normalised(Files.readString(err)));
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(String... args) {
        Stream<String> java = Stream.of(
                Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                        .toString(),
                // Short-lived: the better compiler would not pay.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                requireNonNull(System.getProperty("java.class.path")),
                Manage.class.getName(),
                "--models",
                Shell.MODELS);
        return Stream.concat(java, Stream.of(args)).toList();
    }
}
