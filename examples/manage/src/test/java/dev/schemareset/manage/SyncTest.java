package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Requests;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a reset is finished whose remote went away in the middle, and what is not taken for one. */
final class SyncTest extends OnBothSides {

    @Test
    void finishesWhatAResetHasLeftToDo() throws Exception {
        try (FaultProxy proxy = FaultProxy.before(server.url())) {
            shell = new Shell(directory, proxy.url());
            fillBoth();
            breakBeforeTheCommit(proxy);

            Result broken = shell.run("", "apply-migration", "--yes");

            assertThat(broken).isEqualTo(new Result(4, "", """
                            Cannot write to http://HOST:PORT: the server could not answer now (HTTP 503: "{"error":"refused with 503"}"). Whether the write was carried out is not known.
                            Your data: the local database DIR/app.db was reset, and remembers that the remote must be reset too. The rows it held are in the backup DIR/backups/app.db.TIME.backup. Remote: whether http://HOST:PORT was changed is not known.
                            What to do: check the network and the server. Then run the command sync: it resets the remote if that was not done, and drops nothing locally. the command apply-migration resets both again.
                            """));
            proxy.heal();
            assertThat(shell.rows("users")).isZero();
            assertThat(seenThere("SELECT name FROM teams")).containsExactly(List.of("Red"));
            assertThat(shell.run("", "db-info").out())
                    .contains("\nRemote      was not reset yet: the command sync does it\n");
            shell.addRows();

            Result finished = shell.run("", "sync");

            String fingerprint = shell.reset().plan().fingerprint();
            assertThat(finished).isEqualTo(new Result(0, """
                            Synced DIR/app.db with http://HOST:PORT
                            Remote http://HOST:PORT (Turso of DAY, SQLite VERSION)
                            Remote dropped 2 tables (1 row), 1 index
                              table teams (1 row)
                              table users (0 rows)
                              index users_name_created_at_idx
                            Remote created 2 tables, 1 index
                            Remote schema %s
                            Epoch EPOCH
                            3 rows pushed, no rows pulled, no conflicts
                            """.formatted(fingerprint), ""));
            assertThat(shell.rows("users")).isEqualTo(2);
            assertThat(seenThere("SELECT name FROM teams")).containsExactly(List.of("Blue"));
        }
    }

    @Test
    void exchangesRowsBothWays(@TempDir Path elsewhere) {
        Shell other = new Shell(elsewhere, server.url());
        shell.fillDatabase();

        assertThat(shell.run("", "sync")).isEqualTo(new Result(0, """
                        Synced DIR/app.db with http://HOST:PORT
                        3 rows pushed, no rows pulled, no conflicts
                        """, ""));
        assertThat(other.run("", "sync")).isEqualTo(new Result(0, """
                        Synced DIR/app.db with http://HOST:PORT
                        no rows pushed, 3 rows pulled, no conflicts
                        """, ""));
        other.execute("UPDATE users SET name = 'Alan' WHERE id = 2", "DELETE FROM users WHERE id = 1");

        assertThat(other.run("", "push")).isEqualTo(new Result(0, """
                        Synced DIR/app.db with http://HOST:PORT
                        2 rows pushed, no rows pulled, no conflicts
                        """, ""));
        assertThat(shell.run("", "pull")).isEqualTo(new Result(0, """
                        Synced DIR/app.db with http://HOST:PORT
                        no rows pushed, 2 rows pulled, no conflicts
                        """, ""));
        assertThat(shell.run("", "verify-sync")).isEqualTo(new Result(0, """
                        Both sides are equal
                        teams: 1 row here, 1 there, equal
                        users: 1 row here, 1 there, equal
                        """, ""));
    }

    @Test
    void changesNothingInADryRun(@TempDir Path elsewhere) throws Exception {
        Shell other = new Shell(elsewhere, server.url());
        shell.fillDatabase();
        shell.run("", "sync");
        other.run("", "sync");
        other.execute("INSERT INTO teams VALUES (7, 'Green')");
        other.run("", "sync");
        shell.execute("UPDATE teams SET name = 'Red' WHERE id = 1", "DELETE FROM users WHERE id = 1");
        List<Object> before = content();

        for (String command : List.of("sync", "push", "pull")) {
            assertThat(shell.run("", command, "--dry-run")).isEqualTo(new Result(0, """
                            Would push
                              teams: id=1, name='Red'
                              users: id=1 is deleted
                            Would pull
                              teams: id=7, name='Green'
                            """, ""));
        }
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void makesNoDatabaseInADryRun() {
        assertThat(shell.run("", "sync", "--dry-run")).isEqualTo(new Result(3, "", """
                        The database DIR/app.db was not made together with one on Turso.
                        The command sync makes it from the one on Turso; apply-migration resets both.
                        """));
        assertThat(shell.database()).doesNotExist();
    }

    @Test
    void looksAtNothingBeforeItsResetIsFinished() throws Exception {
        try (FaultProxy proxy = FaultProxy.before(server.url())) {
            shell = new Shell(directory, proxy.url());
            fillBoth();
            breakBeforeTheCommit(proxy);
            shell.run("", "apply-migration", "--yes");
            proxy.heal();

            assertThat(shell.run("", "pull", "--dry-run")).isEqualTo(new Result(3, "", """
                            Cannot exchange the rows of DIR/app.db with http://HOST:PORT: its reset is yet to be done there.
                            Your data: neither database was changed.
                            What to do: run the command sync.
                            """));
        }
    }

    @Test
    void changesNothingWhileTheRemoteDatabaseIsAway() throws Exception {
        fillBoth();
        shell.run("", "sync-status"); // Gives this instance its name.
        List<Object> before = content();
        server.kill();

        assertThat(shell.run("", "sync")).isEqualTo(new Result(4, "", """
                        Cannot read from http://HOST:PORT: no connection came about. It was tried 5 times.
                        Your data: what was changed here and is not there yet is kept, to be sent the next time.
                        What to do: check the network and the server, and try again later.
                        """));
        server.restart();
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void needsARemoteDatabase() {
        assertThat(new Shell(directory).run("", "sync")).isEqualTo(new Result(2, "", """
                        It is not said which database on Turso is meant.
                        Your data: nothing was changed.
                        What to do: set the environment variable TURSO_DATABASE_URL, or name the database with the option --remote.
                        """));
    }

    @Test
    void needsAResetOfBoth() {
        shell.run("", "apply-migration", "--local-only");
        shell.addRows();

        assertThat(shell.run("", "sync")).isEqualTo(new Result(3, "", """
                        Cannot exchange the rows of DIR/app.db with http://HOST:PORT: it was not reset together with it, and holds 2 tables (3 rows), 1 index.
                        Your data: neither database was changed.
                        What to do: choose another file to take the rows from there; or the command apply-migration with the option --remote, which drops everything on both sides.
                        """));
        for (String command : List.of("sync-status", "verify-sync")) {
            assertThat(shell.run("", command)).isEqualTo(new Result(3, "", """
                            The database DIR/app.db was not made together with one on Turso.
                            The command apply-migration drops everything in both and creates it again.
                            """));
        }
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
