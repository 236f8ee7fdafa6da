package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UndoMigrationTest {

    private static final String BACKUP = "The last backup is DIR/backups/app.db.TIME.backup\n";

    private static final String QUESTION = BACKUP + """
            This drops everything in DIR/app.db: 2 tables (0 rows), 1 index
              table teams (0 rows)
              table users (0 rows)
              index users_name_created_at_idx
            Type yes to go on:\s""";

    private static final String RESTORED = """
            Restored DIR/app.db from DIR/backups/app.db.TIME.backup in TIME
            Dropped 2 tables (0 rows), 1 index
              table teams (0 rows)
              table users (0 rows)
              index users_name_created_at_idx
            Restored 2 tables (3 rows), 1 index
              table teams
              table users
              index users_name_created_at_idx
            Backup none: no row is dropped
            Note Connections that are open see it from their next transaction on.
            Schema %s
            """;

    private final Shell shell;

    UndoMigrationTest(@TempDir Path directory) {
        shell = new Shell(directory);
    }

    @Test
    void saysSoWhenThereIsNoBackup() {
        shell.fillDatabase();

        assertThat(shell.run("yes\n", "undo-migration")).isEqualTo(new Result(3, "", """
                                There is no backup to restore. Nothing was changed.
                                If apply-migration ran with --backups, pass the same directory.
                                """));
        assertThat(shell.rows("users")).isEqualTo(2);
    }

    @Test
    void showsTheBackupAndWhatGoesAndBringsItBackWhenTheAnswerIsYes() {
        reset();

        Result result = shell.run("yes\n", "undo-migration");

        assertThat(result).isEqualTo(new Result(0, QUESTION + RESTORED.formatted(fingerprint()), ""));
        assertThat(shell.rows("users")).isEqualTo(2);
    }

    @Test
    void bringsItBackWithoutAQuestionWhenToldSo() {
        reset();

        Result result = shell.run("no\n", "undo-migration", "--yes");

        assertThat(result).isEqualTo(new Result(0, BACKUP + RESTORED.formatted(fingerprint()), ""));
        assertThat(shell.rows("users")).isEqualTo(2);
    }

    @Test
    void changesNothingWhenTheAnswerIsAnythingElse() throws IOException {
        reset();
        byte[] before = Files.readAllBytes(shell.database());

        Result result = shell.run("no\n", "undo-migration");

        assertThat(result).isEqualTo(new Result(3, QUESTION, "The answer was not yes. Nothing was changed.\n"));
        assertThat(shell.database()).hasBinaryContent(before);
    }

    @Test
    void undoesAnUndo() {
        reset();
        shell.reset().jdbi().useHandle(handle -> handle.execute("INSERT INTO teams (name) VALUES ('Red'), ('Green')"));

        Result undone = shell.run("", "undo-migration", "--yes");
        assertThat(undone.out()).contains("\nBackup DIR/backups/app.db.TIME.backup\n");
        assertThat(shell.rows("teams")).isEqualTo(1);

        assertThat(shell.run("", "undo-migration", "--yes").exitCode()).isZero();
        assertThat(shell.rows("teams")).isEqualTo(2);
    }

    @Test
    void asksForTheNameOfADatabaseThatSomebodyElsePutInItsPlace() throws IOException {
        reset();
        Files.delete(shell.database());
        shell.makeForeignDatabase();

        Result refused = shell.run("", "undo-migration", "--yes");
        assertThat(refused.err()).startsWith("Cannot restore the database DIR/app.db: SchemaReset did not make it.");
        assertThat(refused.exitCode()).isEqualTo(3);

        Result confirmed = shell.run("app.db\n", "undo-migration");
        assertThat(confirmed.out()).startsWith(BACKUP + """
                        This drops everything in DIR/app.db: 1 table (2 rows)
                          table customers (2 rows)
                        Check that this is the database you mean: SchemaReset did not make it.
                        Type app.db to go on:\s""" + "Restored DIR/app.db from ");
        assertThat(confirmed.exitCode()).isZero();
        assertThat(shell.rows("users")).isEqualTo(2);
    }

    @Test
    void asksNothingWhenTheDatabaseIsProtected() {
        reset();
        shell.run("", "protect", "real customers");

        assertThat(shell.run("yes\n", "undo-migration")).isEqualTo(new Result(3, BACKUP, """
                                The database is protected since TIME: "real customers". Nothing was changed.
                                The command unprotect removes the lock.
                                """));
        assertThat(shell.rows("users")).isZero();
    }

    private void reset() {
        shell.fillDatabase();
        shell.run("", "apply-migration", "--yes");
    }

    private String fingerprint() {
        return shell.reset().plan().fingerprint();
    }
}
