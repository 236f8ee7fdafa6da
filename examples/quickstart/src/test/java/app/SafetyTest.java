package app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
import dev.schemareset.Undo;
import dev.schemareset.UndoReport;
import dev.schemareset.error.ProtectedDatabaseException;
import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation says about losing nothing, done. */
class SafetyTest {

    @TempDir
    private Path directory;

    private SchemaReset reset;

    @BeforeEach
    void databaseWithARow() {
        reset = SchemaReset.forPackage("app.models")
                .database(directory.resolve("local.db"))
                .backups(directory.resolve("backups"), 5);
        reset.apply(Confirm.YES);
        reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO teams (name) VALUES ('Blue')"));
    }

    private int teams() {
        return reset.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM teams")
                        .mapTo(int.class)
                        .one());
    }

    @Test
    void wayBack() {
        ResetReport report = reset.apply(Confirm.YES); // rows are backed up before they go
        assertThat(teams()).isZero();

        System.out.println(report.wayBack()); // the file of the backup, or why none was taken
        Undo undo = report.undo().orElseThrow(); // empty where there is none
        UndoReport restored = undo.restore(Confirm.YES); // all of it, while other connections are open

        assertThat(teams()).isOne();
        assertThat(restored.undo()).isEmpty();
    }

    @Test
    void wayBackOfAnotherProcess() {
        reset.apply(Confirm.YES);

        reset.undo().orElseThrow().restore(Confirm.YES); // the newest backup, of whichever process

        assertThat(teams()).isOne();
    }

    @Test
    void lockInTheDatabase() {
        reset.protect("real customers"); // from now on nothing resets this database ...

        assertThatThrownBy(() -> reset.apply(Confirm.YES)).isInstanceOf(ProtectedDatabaseException.class);

        reset.unprotect(); // ... until this
        reset.apply(Confirm.YES);
    }

    @Test
    void databaseOfATestIsWhatTheModelsSay() {
        reset.verify().assertInSync();
    }

    @Test
    void applicationStartsOnlyOnItsOwnSchema() throws Exception {
        assertThat(start()).isEqualTo("Ready\n");

        Jdbi.create("jdbc:sqlite:" + directory.resolve("local.db"))
                .useHandle(handle -> handle.execute("ALTER TABLE teams ADD COLUMN nick TEXT"));
        assertThat(start())
                .contains("java.lang.IllegalStateException: The database "
                        + directory.resolve("local.db")
                        + " differs from the models in 1 place.\n"
                        + "- column nick of table teams is not in the models\n"
                        + "    is:        nick TEXT\n");
    }

    private String start() throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Start.class.getName())
                .redirectErrorStream(true);
        java.environment().put("LOCAL_DB_PATH", directory.resolve("local.db").toString());
        // The JVM announces these on its standard error.
        java.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = java.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
