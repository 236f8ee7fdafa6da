package app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of both sides, in a process of its own: it takes them from its environment. */
class BothTest {

    @Test
    void resetsBothSidesThatTheEnvironmentNames(@TempDir Path directory) throws Exception {
        try (TursoServer server = TursoServer.start(ServerKind.TURSODB_0_6, directory.resolve("server"))) {
            Path out = directory.resolve("out.txt");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            requireNonNull(System.getProperty("java.class.path")),
                            Both.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            builder.environment()
                    .put("LOCAL_DB_PATH", directory.resolve("local.db").toString());
            builder.environment().put("TURSO_DATABASE_URL", server.url());
            builder.environment().put("TURSO_AUTH_TOKEN", "a-token");
            builder.environment().remove("SCHEMA_RESET_PROHIBITED");
            Process process = builder.start();
            try {
                assertThat(process.waitFor()).as(Files.readString(out)).isZero();
            } finally {
                process.destroyForcibly();
            }

            assertThat(Files.readString(out))
                    .contains("Turso " + server.url() + " can be used\n")
                    .contains("\nReset " + directory.resolve("local.db") + " in ")
                    .contains("\nRemote      agrees with this database: schema ")
                    .doesNotContain("a-token");
            assertThat(RawPipeline.query(server.url(), "SELECT count(*) FROM users"))
                    .containsExactly(List.of("0"));
        }
    }
}
