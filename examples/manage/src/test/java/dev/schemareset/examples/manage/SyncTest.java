package dev.schemareset.examples.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.examples.manage.Shell.Result;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Requests;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a reset is finished whose other side went away in the middle, and what is not taken for one. */
final class SyncTest extends OnBothSides {

    private static final String RESET_BY_ANOTHER = """
            Cannot sync the database DIR/app.db with http://HOST:PORT: they come from different resets. The other side has the epoch EPOCH, this one the epoch EPOCH: one of them was reset without the other, brought back from a backup, or replaced.
            Your data: nothing was changed, here or there.
            What to do: look at both with info(); apply(Confirm.YES) drops everything on both sides and makes them anew.
            Here: apply(Confirm.YES) is the command apply-migration; info() is the command db-info.
            """;

    @Test
    void finishesWhatAResetHasLeftToDo() throws Exception {
        try (FaultProxy proxy = FaultProxy.before(server.url())) {
            shell = new Shell(directory, proxy.url());
            fillBoth();
            breakBeforeTheCommit(proxy);

            Result broken = shell.run("", "apply-migration", "--yes");

            assertThat(broken).isEqualTo(new Result(1, "", """
                            Cannot write to http://HOST:PORT: the server could not answer now (HTTP 503: "{"error":"refused with 503"}"). Whether the write was carried out is not known.
                            Your data: the local database DIR/app.db was reset, and remembers that its other side must follow. The rows it held are in the backup DIR/backups/app.db.TIME.backup. On the other side: whether http://HOST:PORT was changed is not known.
                            What to do: check the network and the server. Then call sync(): it resets the other side if that was not done, and drops nothing here. apply(Confirm.YES) resets both again.
                            Here: apply(Confirm.YES) is the command apply-migration; sync() is the command sync.
                            """));
            proxy.heal();
            assertThat(shell.rows("users")).isZero();
            assertThat(seenThere("SELECT name FROM teams")).containsExactly(List.of("Red"));
            assertThat(shell.run("", "db-info").out())
                    .contains("\nRemote      was not reset yet: sync() does it\n")
                    .endsWith("\n\nHere: sync() is the command sync.\n");
            shell.addRows();

            Result finished = shell.run("", "sync");

            String fingerprint = shell.reset().plan().fingerprint();
            assertThat(finished).isEqualTo(new Result(0, """
                            Synced DIR/app.db with http://HOST:PORT
                            Remote http://HOST:PORT (Turso of DAY, SQLite VERSION)
                            Dropped there 2 tables (1 row), 1 index
                              table teams (1 row)
                              table users (0 rows)
                              index users_name_created_at_idx
                            Created there 2 tables, 1 index
                            Schema there %s
                            Epoch of both EPOCH
                            """.formatted(fingerprint), ""));
            assertThat(shell.rows("users")).isEqualTo(2);
            assertThat(seenThere("SELECT count(*) FROM teams")).containsExactly(List.of("0"));
        }
    }

    @Test
    void changesNothingWhereBothBelongTogether() throws Exception {
        fillBoth();
        List<Object> before = content();

        assertThat(shell.run("", "sync")).isEqualTo(new Result(0, """
                        Synced DIR/app.db with http://HOST:PORT
                        Both were made by the reset EPOCH
                        """, ""));
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void changesNothingWhileTheRemoteDatabaseIsAway() throws Exception {
        fillBoth();
        List<Object> before = content();
        server.kill();

        assertThat(shell.run("", "sync")).isEqualTo(new Result(1, "", """
                        Cannot read from http://HOST:PORT: no connection came about. It was tried 5 times.
                        Your data: nothing was changed.
                        What to do: check the network and the server, and try again later.
                        """));
        server.restart();
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void dropsNothingThatSomebodyElseHasReset(@TempDir Path other) throws Exception {
        fillBoth();
        new Shell(other, server.url()).run("", "apply-migration", "--yes");
        there("INSERT INTO teams (name) VALUES ('Green')");
        List<Object> before = content();

        assertThat(shell.run("", "sync")).isEqualTo(new Result(1, "", RESET_BY_ANOTHER));
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void doesNotFollowAnUndo() throws Exception {
        fillBoth();
        shell.run("", "apply-migration", "--yes");

        assertThat(shell.run("", "undo-migration", "--yes").out()).contains("""
                        Note The remote database http://HOST:PORT was not touched: info() tells whether both still belong together; if not, apply(Confirm.YES) resets both.
                        """);
        List<Object> before = content();

        assertThat(shell.run("", "sync")).isEqualTo(new Result(1, "", RESET_BY_ANOTHER));
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void needsARemoteDatabase() {
        assertThat(new Shell(directory).run("", "sync")).isEqualTo(new Result(1, "", """
                        Cannot sync the database DIR/app.db: it is not said with what.
                        Your data: nothing was changed.
                        What to do: say it with syncTo(...).
                        Here: syncTo(...) is the option --remote.
                        """));
    }

    @Test
    void needsAResetOfBoth() {
        shell.run("", "apply-migration", "--local-only");

        assertThat(shell.run("", "sync")).isEqualTo(new Result(1, "", """
                        Cannot sync the database DIR/app.db with http://HOST:PORT: it was not reset together with another database.
                        Your data: nothing was changed, here or there.
                        What to do: look at both with info(); apply(Confirm.YES) drops everything on both sides and makes them anew.
                        Here: apply(Confirm.YES) is the command apply-migration; info() is the command db-info.
                        """));
    }

    /** As when the server goes away while the local database is reset: what comes then reaches nobody. */
    private static void breakBeforeTheCommit(FaultProxy proxy) {
        boolean[] broken = {false};
        proxy.usually(request -> {
            broken[0] |= Requests.commits(request.body());
            return broken[0] ? Fault.status(503) : Fault.NONE;
        });
    }
}
