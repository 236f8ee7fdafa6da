package dev.schemareset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default database, in a process of its own, because an environment cannot be changed from inside. */
class EnvironmentTest {

    @TempDir
    private Path directory;

    /** What the child process does. */
    public static final class PrintDatabase {
        public static void main(String[] arguments) {
            System.out.print(SchemaReset.forPackage("dev.schemareset.fixture.shop")
                    .info()
                    .database()
                    .name());
        }
    }

    @Test
    void environmentNamesTheDatabase() throws Exception {
        assertThat(defaultDatabase(Map.of("LOCAL_DB_PATH", "named.db"))).isEqualTo(real("named.db"));
    }

    @Test
    void withoutEnvironmentItIsLocalDb() throws Exception {
        assertThat(defaultDatabase(Map.of())).isEqualTo(real("local.db"));
        assertThat(defaultDatabase(Map.of("LOCAL_DB_PATH", " "))).isEqualTo(real("local.db"));
    }

    private String real(String file) throws IOException {
        return directory.toRealPath().resolve(file).toString();
    }

    private String defaultDatabase(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintDatabase.class.getName())
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        java.environment().remove("LOCAL_DB_PATH");
        java.environment().putAll(environment);
        Process process = java.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
