package dev.schemareset.examples.twoinstances;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole example, in processes of its own. */
@Timeout(900)
@WithServer
final class TwoInstancesTest {

    private static final String STORY = """

            Online, what one writes comes to the other by itself
            ada> online
            ada  nothing
            bob> online
            bob  nothing
            ada> put 2 milk
            ada  2 milk
            bob  2 milk
            bob> put 6 eggs
            bob  6 eggs, 2 milk
            ada  6 eggs, 2 milk

            Offline, both change the same row
            ada> offline
            ada  6 eggs, 2 milk
            bob> offline
            bob  6 eggs, 2 milk
            ada> put 1 milk
            ada  6 eggs, 1 milk
            bob> put 5 milk
            bob  6 eggs, 5 milk

            Who comes back last sees the conflict; his version stands until he decides
            ada> online
            ada  6 eggs, 1 milk
            bob> online
            bob  6 eggs, 5 milk
            bob> conflicts
            bob  5 milk here, 1 milk there; what is here stands
            ada  6 eggs, 5 milk
            bob> take-theirs
            bob  6 eggs, 1 milk
            ada  6 eggs, 1 milk

            Both are equal to the database on Turso, and so to each other
            ada> verify
            ada  both sides are equal
            bob> verify
            bob  both sides are equal

            The files are in DIR
            """;

    @TempDir
    private Path directory;

    private TursoServer server;

    @BeforeEach
    void start(TursoServer server) {
        this.server = server;
    }

    @Test
    void tellsItsStory() throws Exception {
        assertThat(run()).isEqualTo(STORY);
        assertThat(run()).as("once more").isEqualTo(STORY);
        assertThat(RawPipeline.query(server.url(), "SELECT name, quantity FROM items ORDER BY name"))
                .containsExactly(List.of("eggs", "6"), List.of("milk", "1"));
    }

    @Test
    void dropsNothingOfOthers() throws Exception {
        RawPipeline.execute(
                server.url(), "CREATE TABLE orders (id INTEGER PRIMARY KEY)", "INSERT INTO orders VALUES (1)");

        assertThat(run()).contains("There are rows of somebody else in the database: name an empty one.");
        assertThat(RawPipeline.query(server.url(), "SELECT id FROM orders")).containsExactly(List.of("1"));
    }

    /** What it prints, without what differs from run to run. */
    private String run() throws Exception {
        Path out = directory.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                                .toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + directory,
                        "-cp",
                        requireNonNull(System.getProperty("java.class.path")),
                        TwoInstances.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("TURSO_DATABASE_URL", server.url());
        builder.environment()
                .keySet()
                .removeAll(List.of(
                        "TURSO_AUTH_TOKEN", "SCHEMA_RESET_PROHIBITED", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        try {
            process.waitFor();
            return Files.readString(out)
                    .replace(System.lineSeparator(), "\n")
                    .replaceAll("\\Q" + directory + "\\E\\S+", "DIR");
        } finally {
            process.destroyForcibly();
        }
    }
}
