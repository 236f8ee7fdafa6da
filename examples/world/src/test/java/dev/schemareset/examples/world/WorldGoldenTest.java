package dev.schemareset.examples.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated SQL, to the letter; {@code -Dgolden.update=true} writes the file again. */
class WorldGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/world/expected.sql");

    @TempDir
    private Path directory;

    @BeforeAll
    static void updateGolden(@TempDir Path directory) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, sql(directory));
        }
    }

    @Test
    void generatesTheGoldenSql() {
        assertThat(GOLDEN).content(UTF_8).isEqualTo(sql(directory));
    }

    @Test
    void theSqliteShellMakesTheSameSchema() throws IOException, InterruptedException {
        requireShell();
        SchemaReset reset = World.in(directory, SchemaReset.forPackage(World.MODELS));
        reset.apply(Confirm.YES);
        Path byShell = directory.resolve("shell.db");

        Process shell = new ProcessBuilder("sqlite3", "-bail", byShell.toString())
                .redirectInput(GOLDEN.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), UTF_8);

        assertThat(shell.waitFor()).as(output).isZero();
        assertThat(schema(reset.database(byShell).jdbi())).isNotEmpty().isEqualTo(schema(reset.jdbi()));
    }

    private static String sql(Path directory) {
        return World.in(directory, SchemaReset.forPackage(World.MODELS))
                .generate()
                .sql();
    }

    private static List<List<String>> schema(Jdbi jdbi) {
        String query = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .map((row, context) ->
                        Arrays.asList(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list());
    }

    private static void requireShell() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "sqlite3")));
        if (!there && "true".equals(System.getenv("CI"))) {
            fail("CI must have the sqlite3 shell on its PATH.");
        }
        assumeTrue(there, "The sqlite3 shell is not on the PATH.");
    }
}
