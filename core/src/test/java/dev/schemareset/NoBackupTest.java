package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.plan.NoBackup;
import dev.schemareset.support.JvmRun;
import dev.schemareset.support.Sqlite;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows go without a backup only where that is said or nobody misses them; and the plan, the question and the report say why. */
class NoBackupTest {

    @Table
    public record Item(@PrimaryKey Long id) {}

    private static final SchemaReset MODELS = SchemaReset.forModels(Item.class);

    private static final String IN_MEMORY = "the database is in memory; only backups(directory, keep) takes one of it";
    private static final String TEMPORARY =
            "the database is in the temporary directory, java.io.tmpdir; only backups(directory, keep) takes one of it";

    @TempDir
    private Path directory;

    /** What the child process does: it resets a database that holds a row, and tells whether there is a way back. */
    public static final class ResetRows {
        public static void main(String[] arguments) {
            Path database = Path.of(arguments[0]);
            Sqlite.execute(database, "CREATE TABLE item(id)", "INSERT INTO item VALUES (1)");
            ResetReport report = MODELS.database(database).apply(Confirm.YES_DROP_FOREIGN_TABLES);
            System.out.print(report.undo().isPresent() ? "backup" : report.wayBack());
        }
    }

    private static void assertSays(SchemaReset reset, NoBackup why, String words) {
        assertThat(reset.plan().noBackup()).contains(why);
        assertThat(reset.plan().toString()).endsWith("; no backup: " + words);
        assertThat(reset.plan().sql())
                .contains("\n-- apply respects protection; running this file does not. Neither takes a backup: " + words
                        + ".\n");
        assertThatThrownBy(() -> reset.apply(Confirm.NO))
                .isInstanceOf(NotConfirmedException.class)
                .hasMessageContaining("""
                        It would have dropped 1 table (1 row).
                          table item (1 row)
                        No backup would have been taken: %s.
                        Your data: nothing was changed.""".formatted(words));
        ResetReport report = reset.apply(Confirm.YES);
        assertThat(report.undo()).isEmpty();
        assertThat(report.wayBack()).isEqualTo("none, and the dropped rows are gone for good: " + words);
        assertThat(report.toString()).contains("\nBackup " + report.wayBack() + "\n");
    }

    @Test
    void rowsOfTemporaryTablesAreInNoBackup() throws Exception {
        try (Connection connection = Sqlite.open(directory.resolve("local.db"))) {
            SchemaReset reset = MODELS.database(Jdbi.create(connection)).backups(directory.resolve("backups"), 1);
            reset.apply(Confirm.YES);
            Sqlite.execute(connection, "CREATE TEMP TABLE note(a)", "INSERT INTO note VALUES (1)");

            ResetReport report = reset.apply(Confirm.YES);

            assertThat(report.toString()).contains("\n  temporary table note (1 row)\n");
            assertThat(report.wayBack()).isEqualTo("none: only temporary tables lose rows, and no backup holds those");
        }
    }

    @Test
    void withoutBackupIsTheReason() {
        Path database = directory.resolve("local.db");
        SchemaReset reset = MODELS.database(database).withoutBackup();
        reset.apply(Confirm.YES);
        Sqlite.execute(database, "INSERT INTO item VALUES (1)");

        assertSays(reset, NoBackup.NOT_WANTED, "withoutBackup() asks for none");
    }

    @Test
    void databaseInMemoryIsTheReason() throws Exception {
        try (Connection connection = Sqlite.open(Path.of(":memory:"))) {
            SchemaReset reset = MODELS.database(Jdbi.create(connection));
            reset.apply(Confirm.YES);
            Sqlite.execute(connection, "INSERT INTO item VALUES (1)");

            assertSays(reset, NoBackup.IN_MEMORY, IN_MEMORY);
        }
    }

    @Test
    void noRowIsTheReason() {
        SchemaReset reset = MODELS.database(directory.resolve("local.db")).backups(directory, 1);

        assertThat(reset.plan().noBackup()).contains(NoBackup.NO_ROWS);
        assertThat(reset.plan().toString()).doesNotContain("backup");
        assertThatThrownBy(() -> reset.apply(Confirm.NO))
                .hasMessageContaining(
                        "It would have dropped nothing.\nNo backup would have been taken: no row is dropped.\n");
        ResetReport report = reset.apply(Confirm.YES);
        assertThat(report.wayBack()).isEqualTo("none: no row is dropped");
        assertThat(report.toString()).contains("\nBackup none: no row is dropped\n");
    }

    @Test
    void whereABackupIsTakenNoReasonIsTold() {
        Path database = directory.resolve("local.db");
        SchemaReset reset = MODELS.database(database).backups(directory, 1);
        reset.apply(Confirm.YES);
        Sqlite.execute(database, "INSERT INTO item VALUES (1)");

        assertThat(reset.plan().noBackup()).isEmpty();
        assertThat(reset.plan().toString()).doesNotContain("backup");
        assertThatThrownBy(() -> reset.apply(Confirm.NO)).hasMessageNotContaining("backup");
        ResetReport report = reset.apply(Confirm.YES);
        Undo undo = report.undo().orElseThrow();
        assertThat(report.wayBack()).isEqualTo(undo.backup().file().toString());

        UndoReport back = undo.restore(Confirm.YES);
        assertThat(back.wayBack()).isEqualTo("none: no row is dropped");
        assertThatThrownBy(() -> undo.restore(Confirm.NO)).hasMessageNotContaining("No backup");
    }

    private String resetRows(Path work, Path database, String... options) throws Exception {
        List<String> all = Stream.concat(Stream.of(options), Stream.of("-Dorg.sqlite.tmpdir=" + directory))
                .toList();
        return new JvmRun(work, all, Map.of()).output(ResetRows.class, database.toString());
    }

    private Path make(String name) throws Exception {
        return Files.createDirectories(directory.resolve(name));
    }

    @Test
    void databaseInTheTemporaryDirectoryIsTheReason() throws Exception {
        Path temporary = make("tmp");
        Path link = Files.createSymbolicLink(directory.resolve("link"), temporary);

        assertThat(resetRows(make("app"), temporary.resolve("local.db"), "-Djava.io.tmpdir=" + link))
                .isEqualTo("none, and the dropped rows are gone for good: " + TEMPORARY);
    }

    /** Advice for a native library that cannot be unpacked sets it so. */
    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/", "../app", "../link/app"})
    void directoryThatHoldsTheWorkingDirectoryIsNoTemporaryOne(String temporary) throws Exception {
        Path work = make("app");
        Files.createSymbolicLink(directory.resolve("link"), directory);

        assertThat(resetRows(work, work.resolve("local.db"), "-Djava.io.tmpdir=" + temporary))
                .isEqualTo("backup");
    }

    @Test
    void directoryThatHoldsAPartOfTheClassPathIsNoTemporaryOne() throws Exception {
        Path application = make("app");
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + make("app/classes");

        assertThat(resetRows(
                        make("elsewhere"),
                        make("app/data").resolve("local.db"),
                        "-Djava.io.tmpdir=" + application,
                        "-cp",
                        classPath))
                .isEqualTo("backup");
    }

    @Test
    void homeDirectoryIsNoTemporaryOne() throws Exception {
        Path home = make("home");

        assertThat(resetRows(
                        make("elsewhere"), home.resolve("local.db"), "-Djava.io.tmpdir=" + home, "-Duser.home=" + home))
                .isEqualTo("backup");
    }
}
