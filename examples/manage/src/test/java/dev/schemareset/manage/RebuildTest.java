package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a database whose other side was reset by somebody else. */
final class RebuildTest extends OnBothSides {

    private static final String REFUSED = """
            The database DIR/app.db must be made anew: the database http://HOST:PORT was reset by somebody else. 3 rows of it are not on the other side as they are here.
            Your data: nothing was changed here; what is yet to be sent is kept.
            What to do: run the command sync --rebuild, which keeps them as conflicts to be resolved.
            """;

    private static final String QUESTION = """
            This rebuilds DIR/app.db from http://HOST:PORT, if the two no longer belong together. Local changes that are not on Turso become conflicts; all other rows are replaced by those on Turso.
            Type yes to go on:\s""";

    private static final String REBUILT = """
            Synced DIR/app.db with http://HOST:PORT
            no rows pushed, 1 row pulled, 3 conflicts
            Note The database DIR/app.db was rebuilt; it held 2 tables (3 rows), 1 index, of which no backup was taken: the database is in the temporary directory, java.io.tmpdir; only the option --backups takes one of it.
            The command sync-status --conflicts shows the conflicts, and resolve-conflict resolves them.
            """;

    @BeforeEach
    void letSomebodyElseReset(@TempDir Path elsewhere) {
        Shell other = new Shell(elsewhere, server.url());
        shell.fillDatabase();
        other.run("", "apply-migration", "--yes");
        other.execute("INSERT INTO teams (name) VALUES ('Green')");
        other.run("", "sync");
    }

    @Test
    void givesUpNoRowWithoutConsent() throws Exception {
        shell.run("", "sync-status"); // Gives this instance its name.
        List<Object> before = content();

        assertThat(shell.run("", "sync")).isEqualTo(new Result(3, "", REFUSED));
        assertThat(shell.run("", "sync", "--dry-run")).isEqualTo(new Result(3, "", """
                        Cannot compare the rows of DIR/app.db and http://HOST:PORT: they were not made by the same reset.
                        Your data: neither database was changed.
                        What to do: run the command sync: it makes the database here anew from there, or says what is in the way.
                        """));
        assertThat(shell.run("", "sync", "--rebuild")).isEqualTo(new Result(3, QUESTION + "\n", """
                        Nobody answered. Nothing was changed.
                        In a script, pass --yes to rebuild without asking.
                        """));
        assertThat(shell.run("no\n", "sync", "--rebuild"))
                .isEqualTo(new Result(3, QUESTION, "The answer was not yes. Nothing was changed.\n"));
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void makesTheDatabaseAnewOnceThatIsConfirmed() {
        assertThat(shell.run("yes\n", "sync", "--rebuild")).isEqualTo(new Result(0, QUESTION + REBUILT, ""));

        assertThat(shell.run("", "verify-sync").exitCode()).isZero();
        assertThat(shell.run("", "sync-status", "--conflicts").out()).endsWith("""

                        Conflict 1 (reset) in teams, TIME: the remote version stands (it was never sent)
                          local   id=1, name='Blue'
                          remote  id=1, name='Green'

                        Conflict 2 (reset) in users, TIME: the remote version stands (it was never sent)
                          local   id=1, email='ada@example.org', name=null, phone=null, team_id=1, logins=0, created_at='TIME'
                          remote  (no such row)

                        Conflict 3 (reset) in users, TIME: the remote version stands (it was never sent)
                          local   id=2, email='alan@example.org', name=null, phone=null, team_id=1, logins=0, created_at='TIME'
                          remote  (no such row)

                        The command resolve-conflict chooses the version that stands.
                        """);
    }

    @Test
    void bringsBackWhatWasNeverSent() throws Exception {
        shell.run("", "sync", "--rebuild", "--yes");

        for (String id : List.of("1", "2", "3")) {
            assertThat(shell.run("", "resolve-conflict", id, "local"))
                    .isEqualTo(new Result(
                            0,
                            "Conflict " + id + " is resolved: the local version stands, and the next sync pushes it.\n",
                            ""));
        }

        assertThat(shell.run("", "sync").out()).endsWith("\n3 rows pushed, no rows pulled, no conflicts\n");
        assertThat(seenThere("SELECT name FROM teams")).containsExactly(List.of("Blue"));
        assertThat(shell.run("", "verify-sync").exitCode()).isZero();
    }

    @Test
    void backsUpWhatGoesWhereTheOtherCommandsLook() {
        shell.run("", "sync", "--rebuild", "--yes", "--backups", shell.backups().toString());

        assertThat(shell.run("", "backups").out())
                .matches("(?s)1  TIME  [0-9,]+ bytes  2 tables \\(3 rows\\), 1 index\n.*");
    }

    @Test
    void onlyFetchesWhereBothBelongTogether() {
        shell.run("", "apply-migration", "--yes");

        assertThat(shell.run("", "sync", "--rebuild", "--yes").out())
                .endsWith("\nno rows pushed, no rows pulled, no conflicts\n");
    }

    @Test
    void doesNotAskInAScript() {
        assertThat(shell.run("", "sync", "--rebuild", "--yes")).isEqualTo(new Result(0, REBUILT, ""));
        assertThat(shell.run("", "sync", "--yes").err()).startsWith("Error: Missing required argument(s): --rebuild\n");
    }

    @Test
    void doesNotAskWhereThereIsNothing(@TempDir Path elsewhere) {
        assertThat(new Shell(elsewhere, server.url()).run("", "sync", "--rebuild"))
                .isEqualTo(new Result(0, """
                        Synced DIR/app.db with http://HOST:PORT
                        no rows pushed, 1 row pulled, no conflicts
                        """, ""));
    }

    @Test
    void keepsTheRowsOfAnUndo() {
        shell.run("", "apply-migration", "--yes");
        shell.run("", "undo-migration", "--yes");

        assertThat(shell.run("", "sync")).isEqualTo(new Result(3, "", REFUSED));
    }

    @Test
    void followsToOtherModels(@TempDir Path elsewhere) {
        String[] changed = {"--models", "dev.schemareset.manage.changed"};
        shell.run("", "apply-migration", "--yes", "--drop-foreign-tables", changed[0], changed[1] + ".before");
        shell.execute("INSERT INTO player (name) VALUES ('Ada')");
        Shell other = new Shell(elsewhere, server.url());
        other.run("", "apply-migration", "--yes", "--drop-foreign-tables", changed[0], changed[1]);

        assertThat(shell.run("", "sync", changed))
                .isEqualTo(new Result(
                        3,
                        "",
                        REFUSED.replace(
                                "3 rows of it are not on the other side as they are here",
                                "1 row of it is not on the other side as it is here")));
        assertThat(shell.run("yes\n", "sync", "--rebuild", changed[0], changed[1])
                        .out())
                .startsWith(QUESTION + """
                        Synced DIR/app.db with http://HOST:PORT
                        no rows pushed, no rows pulled, 1 conflict
                        """);

        assertThat(shell.run("", "verify-sync", changed).exitCode()).isZero();
    }
}
