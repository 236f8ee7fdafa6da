package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What apply-migration drops on Turso, and whom it asks before. */
final class ApplyBothSidesTest extends OnBothSides {

    private static final String HERE = """
            This drops everything in DIR/app.db: 2 tables (3 rows), 1 index
              table teams (1 row)
              table users (2 rows)
              index users_name_created_at_idx
            """;

    private static final String THERE = """
             everything in http://HOST:PORT, which all instances of the application share: 2 tables (1 row), 1 index
              table teams (1 row)
              table users (0 rows)
              index users_name_created_at_idx
            """;

    private static final String QUESTION = "Type yes to go on: ";

    @Test
    void createsBothWithoutAQuestion() throws Exception {
        Result result = shell.run("", "apply-migration");

        String fingerprint = shell.reset().plan().fingerprint();
        assertThat(result).isEqualTo(new Result(0, """
                        Reset DIR/app.db in TIME
                        Dropped nothing
                        Created 2 tables, 1 index
                          table teams
                          table users
                          index users_name_created_at_idx
                        Backup none: no row is dropped
                        Schema %1$s
                        Remote http://HOST:PORT (Turso of DAY, SQLite VERSION)
                        Remote dropped nothing
                        Remote created 2 tables, 1 index
                        Remote schema %1$s
                        Epoch EPOCH
                        """.formatted(fingerprint), ""));
        assertThat(seenThere("SELECT count(*) FROM users")).containsExactly(List.of("0"));
    }

    @Test
    void showsWhatGoesOnBothSidesAndDropsItWhenTheAnswerIsYes() throws Exception {
        fillBoth();

        Result result = shell.run("yes\n", "apply-migration");

        assertThat(result.out())
                .startsWith(HERE + "This also drops" + THERE + QUESTION + "Reset DIR/app.db in TIME\n"
                        + "Dropped 2 tables (3 rows), 1 index\n")
                .contains("\nRemote dropped 2 tables (1 row), 1 index\n")
                .endsWith(
                        "\nUndo it locally, not on Turso, with undo-migration and the same --database and --backups.\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(shell.rows("users")).isZero();
        assertThat(seenThere("SELECT count(*) FROM teams")).containsExactly(List.of("0"));
    }

    @Test
    void changesNothingOnEitherSideWhenTheAnswerIsAnythingElse() throws Exception {
        fillBoth();
        List<Object> before = content();

        Result result = shell.run("no\n", "apply-migration");

        assertThat(result)
                .isEqualTo(new Result(
                        3,
                        HERE + "This also drops" + THERE + QUESTION,
                        "The answer was not yes. Nothing was changed.\n"));
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void showsOnlyTheSideWhereThereIsSomethingToDrop() throws Exception {
        fillBoth();
        Files.delete(shell.database());

        assertThat(shell.run("no\n", "apply-migration").out()).isEqualTo("This drops" + THERE + QUESTION);
        assertThat(shell.database()).doesNotExist();

        shell.run("", "apply-migration", "--yes");
        shell.addRows();
        server.restartEmpty();

        assertThat(shell.run("no\n", "apply-migration").out()).isEqualTo(HERE + QUESTION);
    }

    @Test
    void dropsOnBothSidesWithoutAQuestionWhenToldSo() throws Exception {
        fillBoth();

        Result result = shell.run("no\n", "apply-migration", "--yes");

        assertThat(result.out()).startsWith("Reset DIR/app.db in TIME\nDropped 2 tables (3 rows), 1 index\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(seenThere("SELECT count(*) FROM teams")).containsExactly(List.of("0"));
    }

    @Test
    void leavesTheRemoteDatabaseAloneWhenToldSo() throws Exception {
        fillBoth();

        Result result = shell.run("yes\n", "apply-migration", "--local-only");

        assertThat(result.out())
                .startsWith(HERE + QUESTION + "Reset DIR/app.db in TIME\n")
                .contains(
                        "\nNote The remote database http://HOST:PORT was not reset, and is not in step with this one any more.\n")
                .endsWith("\nUndo it with undo-migration and the same --database and --backups.\n");
        assertThat(result.exitCode()).isZero();
        assertThat(shell.rows("users")).isZero();
        assertThat(seenThere("SELECT name FROM teams")).containsExactly(List.of("Red"));
    }

    @Test
    void asksNothingWhenTheRemoteDatabaseIsProtected() throws Exception {
        fillBoth();
        shell.run("", "protect", "real customers");
        shell.run("", "unprotect", "--local-only");
        List<Object> before = content();

        assertThat(shell.run("yes\n", "apply-migration")).isEqualTo(new Result(3, "", """
                        The remote database is protected since TIME: "real customers". Nothing was changed.
                        The command unprotect removes the lock.
                        """));
        assertThat(shell.run("", "apply-migration", "--yes", "--drop-foreign-tables"))
                .isEqualTo(new Result(3, "", """
                        Cannot reset the database http://HOST:PORT: it is protected since TIME: "real customers".
                        Your data: nothing was changed.
                        What to do: run the command unprotect if it may be dropped.
                        """));
        assertThat(content()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asksNothingWhenTheRemoteDatabaseCannotBeSeen(boolean filled) throws Exception {
        if (filled) {
            fillBoth();
        }
        byte[] before = filled ? Files.readAllBytes(shell.database()) : new byte[0];
        server.kill();

        assertThat(shell.run("yes\n", "apply-migration")).isEqualTo(new Result(4, "", """
                        Cannot read from http://HOST:PORT: no connection came about. It was tried 5 times. Nothing was changed.
                        The command test-auth tells more; with --local-only the database on Turso is left alone.
                        """));
        assertThat(shell.run("", "apply-migration", "--yes")).isEqualTo(new Result(4, "", """
                        Cannot read from http://HOST:PORT: no connection came about. It was tried 5 times.
                        Your data: nothing was changed.
                        What to do: check the network and the server, and try again later.
                        """));
        if (filled) {
            assertThat(shell.database()).hasBinaryContent(before);
        } else {
            assertThat(directory).isEmptyDirectory();
        }
    }
}
