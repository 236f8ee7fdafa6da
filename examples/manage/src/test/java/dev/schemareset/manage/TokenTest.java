package dev.schemareset.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.manage.Shell.Result;
import dev.schemareset.turso.support.FaultProxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The remote database and its token, from the environment of a process. The token is told to nobody but the server. */
@Timeout(900)
final class TokenTest extends OnBothSides {

    private static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJleHAiOjQxMDI0NDQ4MDB9.c2VjcmV0LXNpZ25hdHVyZQ";
    private static final String TOKEN_FOR_READING = "eyJhbGciOiJub25lIn0.eyJhIjoicm8ifQ.cmVhZGVyLXNpZ25hdHVyZQ";
    private static final String WRONG_TOKEN = "eyJhbGciOiJub25lIn0.eyJhIjoicncifQ.d3Jvbmctc2lnbmF0dXJl";

    private FaultProxy proxy;

    @BeforeEach
    void askForAToken(FaultProxy proxy) {
        this.proxy = proxy;
        proxy.accept(TOKEN);
        proxy.acceptForReading(TOKEN_FOR_READING);
        shell = new Shell(directory, proxy.url());
    }

    @Test
    void bothDatabasesAreReset() throws Exception {
        Result applied = run(TOKEN, "apply-migration");

        assertThat(applied.out()).contains("\nRemote http://HOST:PORT (Turso of DAY, SQLite VERSION)\n");
        assertThat(applied.err()).isEmpty();
        assertThat(applied.exitCode()).isZero();
        assertThat(seenThere("SELECT count(*) FROM users")).containsExactly(List.of("0"));
        assertThat(run(TOKEN, "sync").out())
                .isEqualTo(
                        "Synced DIR/app.db (from LOCAL_DB_PATH) with http://HOST:PORT\nno rows pushed, no rows pulled, no conflicts\n");
        assertThat(run(TOKEN, "db-info", "--local-only").out())
                .contains("\nSync        not checked; this database was reset together with http://HOST:PORT\n");
    }

    @Test
    void testsAGoodToken() throws Exception {
        assertThat(run(TOKEN, "test-auth")).isEqualTo(new Result(0, """
                        Turso http://HOST:PORT can be used
                          passed   configured       http://HOST:PORT
                          passed   reachable
                          passed   database exists  Turso of DAY, SQLite VERSION
                          passed   token accepted   expires at TIME
                          passed   may write        a table was created and rolled back
                          passed   latency          TIME
                        """, ""));
    }

    @Test
    void testsATokenThatMayOnlyRead() throws Exception {
        assertThat(run(TOKEN_FOR_READING, "test-auth")).isEqualTo(new Result(1, """
                        Turso http://HOST:PORT cannot be used
                          passed   configured       http://HOST:PORT
                          passed   reachable
                          passed   database exists  Turso of DAY, SQLite VERSION
                          passed   token accepted   tells no expiry, may only read
                          failed   may write        Cannot try a write on http://HOST:PORT: the token gives no right to do this (HTTP 403: "{"error":"refused with 403"}").
                            What to do: pass a token that may do it: one made for reading cannot write.
                          passed   latency          TIME
                        """, ""));
    }

    @Test
    void testsAWrongToken() throws Exception {
        assertThat(run(WRONG_TOKEN, "test-auth")).isEqualTo(new Result(1, """
                        Turso http://HOST:PORT cannot be used
                          passed   configured
                          passed   reachable
                          passed   database exists
                          failed   token accepted   Cannot read from http://HOST:PORT: the server does not accept the token (HTTP 401: "{"error":"refused with 401"}").
                            What to do: pass a token for this database that has not expired; `turso db tokens create` makes one.
                          skipped  may write
                          skipped  latency
                        """, ""));
    }

    @Test
    void testsADatabaseThatCannotBeReached() throws Exception {
        server.kill();
        shell = new Shell(directory, server.url());

        assertThat(run(TOKEN, "test-auth", "--remote", server.url())).isEqualTo(new Result(1, """
                        Turso http://HOST:PORT cannot be used
                          passed   configured
                          failed   reachable        Cannot read from http://HOST:PORT: no connection came about. It was tried 5 times.
                            What to do: check the network and the server, and try again later.
                          skipped  database exists
                          skipped  token accepted
                          skipped  may write
                          skipped  latency
                        """, ""));
    }

    @Test
    void testsNothingWhereNoDatabaseIsNamed() throws Exception {
        assertThat(run(TOKEN, "test-auth", "--remote", "")).isEqualTo(new Result(1, """
                        Turso (not configured) cannot be used
                          failed   configured       It is not said which database on Turso is meant.
                            What to do: set the environment variable TURSO_DATABASE_URL, or name the database with the option --remote.
                          skipped  reachable
                          skipped  database exists
                          skipped  token accepted
                          skipped  may write
                          skipped  latency
                        """, ""));
    }

    @Test
    void resetsNothingWithAWrongToken() throws Exception {
        assertThat(run(WRONG_TOKEN, "apply-migration", "--yes")).isEqualTo(new Result(4, "", """
                        Cannot read from http://HOST:PORT: the server does not accept the token (HTTP 401: "{"error":"refused with 401"}").
                        Your data: nothing was changed.
                        What to do: pass a token for this database that has not expired; `turso db tokens create` makes one.
                        """));
        assertThat(shell.database()).doesNotExist();
    }

    /** Runs a command, of which nobody must learn the token. */
    private Result run(String token, String... args) throws Exception {
        Map<String, String> environment = Map.of("TURSO_DATABASE_URL", proxy.url(), "TURSO_AUTH_TOKEN", token);
        Result result = new ManageProcess(directory, shell).run("", environment, args);
        assertThat(result.out() + result.err()).doesNotContain(token.split("\\.", -1));
        return result;
    }
}
