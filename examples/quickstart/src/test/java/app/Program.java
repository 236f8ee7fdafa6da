package app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A program of the documentation in a process of its own, because it takes its databases from its directory and its environment. */
final class Program {

    private Program() {}

    /** Runs it in a directory, and returns what it prints. */
    static String run(Class<?> main, Path directory, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                                .toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        requireNonNull(System.getProperty("java.class.path")),
                        main.getName())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        // The JVM announces the last of these on its standard error.
        builder.environment()
                .keySet()
                .removeAll(Set.of(
                        "LOCAL_DB_PATH",
                        "SCHEMA_RESET_PROHIBITED",
                        "TURSO_DATABASE_URL",
                        "TURSO_AUTH_TOKEN",
                        "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
