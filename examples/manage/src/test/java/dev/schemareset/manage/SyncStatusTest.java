package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row that was changed on both sides. */
final class SyncStatusTest extends OnBothSides {

    @BeforeEach
    void changeATeamOnBothSides() throws Exception {
        fillBoth();
    }

    private void sync() {
        assertThat(shell.run("", "sync")).isEqualTo(new Result(0, """
                        Synced DIR/app.db with http://HOST:PORT
                        3 rows pushed, no rows pulled, 1 conflict
                        The command sync-status --conflicts shows the conflicts, and resolve-conflict resolves them.
                        """, ""));
    }

    @Test
    void tellsWhatIsYetToBeSent() {
        server.kill();

        assertThat(shell.run("", "sync-status")).isEqualTo(new Result(0, """
                        Local          DIR/app.db
                        Remote         http://HOST:PORT
                        Epoch          EPOCH
                        Dirty rows     3
                        Conflicts      0
                        Last exchange  never
                        """, ""));
    }

    @Test
    void showsAndResolvesAConflict() throws Exception {
        sync();

        assertThat(shell.run("", "sync-status").out())
                .contains("\nDirty rows     0\nConflicts      1\nLast exchange  TIME\n")
                .endsWith("\n\nThe option --conflicts shows the conflicts.\n");
        assertThat(shell.run("", "sync-status", "--conflicts")).isEqualTo(new Result(0, """
                        Local          DIR/app.db
                        Remote         http://HOST:PORT
                        Epoch          EPOCH
                        Dirty rows     0
                        Conflicts      1
                        Last exchange  TIME

                        Conflict 1 (row) in teams, TIME: the local version stands
                          local   id=1, name='Blue'
                          remote  id=1, name='Red'

                        The command resolve-conflict chooses the version that stands.
                        """, ""));

        assertThat(shell.run("", "resolve-conflict", "1", "remote"))
                .isEqualTo(new Result(
                        0, "Conflict 1 is resolved: the remote version stands, and the next sync pushes it.\n", ""));
        assertThat(shell.run("", "verify-sync")).isEqualTo(new Result(1, """
                        Both sides differ
                        teams: 1 row here, 1 there, 1 differ
                          local   id=1, name='Red' (yet to be sent)
                          remote  id=1, name='Blue'
                        users: 2 rows here, 2 there, equal
                        """, ""));
        shell.run("", "sync");
        assertThat(shell.run("", "verify-sync").exitCode()).isZero();
        assertThat(seenThere("SELECT name FROM teams")).containsExactly(List.of("Red"));
        assertThat(shell.run("", "sync-status", "--conflicts").out()).contains("\nConflicts      0\n");
    }

    @Test
    void letsTheVersionStandThatDoes() throws Exception {
        sync();

        assertThat(shell.run("", "resolve-conflict", "1", "LOCAL"))
                .isEqualTo(new Result(0, "Conflict 1 is resolved: the local version stands, as before.\n", ""));
        assertThat(shell.run("", "sync").out()).endsWith("\nno rows pushed, no rows pulled, no conflicts\n");
        assertThat(seenThere("SELECT name FROM teams")).containsExactly(List.of("Blue"));
    }

    @Test
    void refusesToResolveWhatIsNone() {
        assertThat(shell.run("", "resolve-conflict", "7", "local")).isEqualTo(new Result(3, "", """
                        There is no conflict 7. Nothing was changed.
                        The command sync-status --conflicts lists the conflicts.
                        """));
        Result neither = shell.run("", "resolve-conflict", "1", "both");
        assertThat(neither.err())
                .startsWith(
                        "Invalid value for positional parameter at index 1 (SIDE): expected one of [LOCAL, REMOTE] ");
        assertThat(neither.exitCode()).isEqualTo(2);
    }
}
