package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.manage.Shell.Result;
import dev.schemareset.spi.Exchange;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.SyncTarget;
import dev.schemareset.turso.TursoSync;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of an application, whose reset says what the commands work on. */
final class ApplicationTest extends OnBothSides {

    @Test
    void worksOnTheModelsAndTheDatabaseOfTheReset() {
        assertThat(shell.runFor(shell.reset(), "", "apply-migration").exitCode())
                .isZero();
        shell.addRows();

        assertThat(shell.runFor(shell.reset(), "", "db-info").out())
                .startsWith("Database    DIR/app.db\n")
                .contains(
                        "\nModels      2 tables, 1 index from dev.schemareset.manage.model\n", "\nusers           2\n");
        assertThat(shell.runFor(shell.reset(), "", "verify").exitCode()).isZero();
    }

    @Test
    void keepsMigrationsAndBackupsWhereTheResetSays() throws Exception {
        SchemaReset reset =
                shell.reset().migrationsDirectory(shell.migrations()).backups(shell.backups(), 2);
        shell.runFor(reset, "", "apply-migration");
        shell.addRows();

        assertThat(shell.runFor(reset, "", "generate-migration").out()).startsWith("Wrote DIR/sql/");
        assertThat(shell.runFor(reset, "", "apply-migration", "--yes").out())
                .contains("\nBackup DIR/backups/app.db.TIME.backup\n")
                .endsWith("\nUndo it with undo-migration.\n");
        assertThat(shell.runFor(reset, "", "backups").out()).endsWith("\n   DIR/backups/app.db.TIME.backup\n");
        assertThat(shell.runFor(reset, "yes\n", "undo-migration").exitCode()).isZero();
        assertThat(shell.rows("users")).isEqualTo(2);
    }

    @Test
    void reachesTheRemoteDatabaseOfTheReset() throws Exception {
        SchemaReset both = shell.reset().syncTo(TursoSync.to(server.url()));

        assertThat(shell.runFor(both, "", "apply-migration").out()).contains("\nRemote http://HOST:PORT ");
        shell.addRows();
        assertThat(shell.runFor(both, "", "sync").out()).endsWith("\n3 rows pushed, no rows pulled, no conflicts\n");
        assertThat(shell.runFor(both, "", "test-auth").exitCode()).isZero();
        assertThat(seenThere("SELECT name FROM teams")).containsExactly(List.of("Blue"));
    }

    @Test
    void leavesTheRemoteDatabaseAloneWhereACommandDoes() throws Exception {
        SchemaReset both = shell.reset().backups(shell.backups(), 1).syncTo(TursoSync.to(server.url()));
        shell.runFor(both, "", "apply-migration");
        shell.addRows();
        there("INSERT INTO teams (name) VALUES ('Red')");

        assertThat(shell.runFor(both, "", "apply-migration", "--yes", "--local-only")
                        .exitCode())
                .isZero();
        assertThat(shell.runFor(both, "yes\n", "undo-migration").out()).startsWith("""
                        The last backup is DIR/backups/app.db.TIME.backup
                        This drops everything in DIR/app.db: 2 tables (0 rows), 1 index
                          table teams (0 rows)
                          table users (0 rows)
                          index users_name_created_at_idx
                        Type yes to go on: Restored DIR/app.db\s""");
        assertThat(seenThere("SELECT name FROM teams")).containsExactly(List.of("Red"));
    }

    @ParameterizedTest
    @CsvSource({
        "db-info, --models",
        "db-info, --database",
        "db-info, --remote",
        "generate-migration, --migrations",
        "apply-migration, --backups",
        "apply-migration, --keep"
    })
    void hasNoOptionForWhatTheResetSays(String command, String option) {
        assertThat(shell.runAsTyped("", command, "--help").out()).contains(option + "=");
        assertThat(shell.runFor(shell.reset(), "", command, "--help").out()).doesNotContain(option);
        Result refused = shell.runFor(shell.reset(), "", command, option, "x");
        assertThat(refused.err()).startsWith("Unknown options: '" + option + "', 'x'");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(shell.runFor(shell.reset(), "", option, "x", command).exitCode())
                .isEqualTo(2);
    }

    @Test
    void namesTheMethodsThatTheApplicationCalls() throws Exception {
        Files.writeString(shell.migrations(), "a file where the directory should be");

        assertThat(shell.runFor(shell.reset().migrationsDirectory(shell.migrations()), "", "generate-migration")
                        .err())
                .endsWith("choose another with migrationsDirectory(...).\n");
        assertThat(shell.runFor(shell.reset(), "", "db-info").out())
                .contains("\nSize        does not exist yet: the command apply-migration creates it\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "push", "pull", "test-auth"})
    void saysSoWhereTheApplicationNamesNoRemoteDatabase(String command) {
        assertThat(shell.runFor(shell.reset(), "", command)).isEqualTo(new Result(2, "", """
                        This application names no database on Turso. Nothing was changed.
                        Its main names one with syncTo(TursoSync.fromEnvironment()).
                        """));
        assertThat(shell.database()).doesNotExist();
    }

    /** A remote database that is not on Turso, and is broken. */
    private static final class Elsewhere implements SyncTarget {

        @Override
        public RemoteDatabase look() {
            throw new IllegalStateException("a bug");
        }

        @Override
        public Exchange exchange(LocalDatabase local) {
            throw new IllegalStateException("a bug");
        }

        @Override
        public String toString() {
            return "elsewhere";
        }
    }

    @Test
    void saysSoWhereTheRemoteDatabaseIsNotOnTurso() {
        assertThat(shell.runFor(shell.reset().syncTo(new Elsewhere()), "", "sync"))
                .isEqualTo(new Result(2, "", """
                        The remote database of this application, elsewhere, is not on Turso. Nothing was changed.
                        Only the commands that take --local-only reach it.
                        """));
    }

    @Test
    void showsWhereABugIs() {
        Result result = shell.runFor(shell.reset().syncTo(new Elsewhere()), "", "db-info");

        assertThat(result.err())
                .startsWith(
                        "java.lang.IllegalStateException: a bug\n\tat dev.schemareset.manage.ApplicationTest$Elsewhere.look(");
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void returnsTheExitCode() {
        Path database = directory.resolve("run.db");

        assertThat(Manage.run(shell.reset().database(database), "verify")).isEqualTo(1);
        assertThat(database).doesNotExist();
    }
}
