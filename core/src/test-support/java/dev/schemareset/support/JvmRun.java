package dev.schemareset.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Another Java process that runs to its end: a working directory, system properties and an environment cannot be changed from inside.
 *
 * @param directory where it works
 * @param options for Java; a class path here takes the place of that of the tests
 * @param environment variables beside those of the tests; those of SchemaReset are left out
 */
public record JvmRun(Path directory, List<String> options, Map<String, String> environment) {

    private static final List<String> VARIABLES =
            List.of("LOCAL_DB_PATH", "TURSO_DATABASE_URL", "TURSO_AUTH_TOKEN", "SCHEMA_RESET_PROHIBITED");

    /** Runs a main class of the tests; what it prints, once it has come to a good end. */
    public String output(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Short-lived: the better compiler and the better collector would not pay.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(VARIABLES);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor())
                    .as("exit code of the process that said %s", output)
                    .isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
