package app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** An example in a process of its own, because it takes both sides from its environment. */
final class Program {

    private Program() {}

    /** Runs it with a local database and a remote one, and returns what it prints. */
    static String run(Class<?> main, Path local, String remote) throws Exception {
        Path out = Files.createTempFile(local.getParent(), "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                                .toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        requireNonNull(System.getProperty("java.class.path")),
                        main.getName())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("LOCAL_DB_PATH", local.toString());
        builder.environment().put("TURSO_DATABASE_URL", remote);
        builder.environment().put("TURSO_AUTH_TOKEN", "a-token");
        builder.environment().remove("SCHEMA_RESET_PROHIBITED");
        Process process = builder.start();
        try {
            assertThat(process.waitFor()).as(Files.readString(out)).isZero();
            return Files.readString(out);
        } finally {
            process.destroyForcibly();
        }
    }
}
