package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each step to a database that can be used, and what is said when it leads nowhere. */
@WithServer
class AuthTestTest {

    private static final String TOKEN = jwt("{\"a\":\"rw\",\"exp\":4102444800}");

    private TursoServer server;
    private FaultProxy proxy;

    @BeforeEach
    void start(TursoServer server, FaultProxy proxy) {
        this.server = server;
        this.proxy = proxy;
    }

    private static String jwt(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    private TursoSync turso() {
        return TursoSync.to(proxy.url()).pausing(duration -> {});
    }

    private static String normalised(AuthReport report) {
        return report.toString()
                .replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
                .replaceAll("\\d+\\.\\d ms", "TIME")
                .replaceAll("Turso of [-0-9]{10}, SQLite [0-9.]+|libSQL, SQLite [0-9.]+", "SERVER");
    }

    @OnEachServer
    void everyServerCanBeUsed(TursoServer open) throws Exception {
        AuthReport report = TursoSync.to(open.url()).testAuth();

        assertThat(report.isOk()).isTrue();
        assertThat(normalised(report)).isEqualTo("""
                Turso http://HOST can be used
                  passed   configured       http://HOST
                  passed   reachable
                  passed   database exists  SERVER
                  passed   token accepted   none was asked for
                  passed   may write        a table was created and rolled back
                  passed   latency          TIME""");
        assertThat(RawPipeline.query(open.url(), "SELECT name FROM sqlite_schema"))
                .isEmpty();
    }

    @Test
    void tokenTellsItsExpiry() {
        proxy.accept(TOKEN);

        assertThat(normalised(turso().authToken(TOKEN).testAuth()))
                .contains("\n  passed   token accepted   expires at 2100-01-01T00:00:00Z\n");
    }

    @Test
    void tokenThatTheServerAcceptsAlthoughItSaysThatItExpired() {
        String expired = jwt("{\"exp\":946684800}");
        proxy.accept(expired);

        assertThat(normalised(turso().authToken(expired).testAuth()))
                .contains("\n  passed   token accepted   says that it expired at 2000-01-01T00:00:00Z\n");
    }

    @Test
    void tokenThatMayOnlyRead() {
        String reader = jwt("{\"a\":\"ro\"}");
        proxy.acceptForReading(reader);

        AuthReport report = turso().authToken(reader).testAuth();

        assertThat(report.isOk()).isFalse();
        assertThat(normalised(report)).isEqualTo("""
                Turso http://HOST cannot be used
                  passed   configured       http://HOST
                  passed   reachable
                  passed   database exists  SERVER
                  passed   token accepted   tells no expiry, may only read
                  failed   may write        Cannot try a write on http://HOST: the token gives no right to do this (HTTP 403: "{"error":"refused with 403"}").
                    What to do: pass a token that may do it: one made for reading cannot write.
                  passed   latency          TIME""");
    }

    @Test
    void nothingIsConfigured() {
        assertThat(TursoSync.to(" ").testAuth()).hasToString("""
                Turso (not configured) cannot be used
                  failed   configured       It is not said which database on Turso is meant.
                    What to do: set the environment variable TURSO_DATABASE_URL, or name the database with TursoSync.to(...).
                  skipped  reachable
                  skipped  database exists
                  skipped  token accepted
                  skipped  may write
                  skipped  latency""");
    }

    @Test
    void urlThatCannotBeUsed() {
        assertThat(TursoSync.to("libsql://user:secret@host?authToken=secret")
                        .testAuth()
                        .toString())
                .startsWith(
                        "Turso (a URL that cannot be used) cannot be used\n  failed   configured       The URL of the remote database cannot be used: ")
                .doesNotContain("secret");
    }

    @Test
    void tokenThatIsNone() {
        assertThat(normalised(turso().authToken("geheim\n" + TOKEN).testAuth()))
                .contains("\n  failed   configured       The token cannot be sent: its character 7 of ")
                .doesNotContain("geheim", TOKEN);
    }

    @Test
    void tokenThatCannotBeHad() {
        assertThat(normalised(turso().authToken(() -> {
                            throw new IllegalStateException("geheim");
                        })
                        .testAuth()))
                .contains(
                        "\n  failed   configured       Asking for the token failed with java.lang.IllegalStateException.\n")
                .doesNotContain("geheim");
    }

    @Test
    void nobodyIsThere() {
        server.kill();

        assertThat(normalised(TursoSync.to(server.url()).pausing(duration -> {}).testAuth()))
                .isEqualTo("""
                Turso http://HOST cannot be used
                  passed   configured
                  failed   reachable        Cannot read from http://HOST: no connection came about. It was tried 5 times.
                    What to do: check the network and the server, and try again later.
                  skipped  database exists
                  skipped  token accepted
                  skipped  may write
                  skipped  latency""");
    }

    @Test
    void databaseThatDoesNotExist() {
        proxy.usually(request -> Fault.status(404));

        assertThat(normalised(turso().testAuth())).contains("""
                  passed   reachable
                  failed   database exists  Cannot read from http://HOST: there is no such database (HTTP 404: "{"error":"refused with 404"}").
                    What to do: check the URL; `turso db show` tells that of a database.
                  skipped  token accepted
                """);
    }

    @Test
    void tokenThatIsNotAccepted() {
        proxy.accept(TOKEN);

        assertThat(normalised(turso().authToken("another").testAuth())).contains("""
                  passed   database exists
                  failed   token accepted   Cannot read from http://HOST: the server does not accept the token (HTTP 401: "{"error":"refused with 401"}").
                    What to do: pass a token for this database that has not expired; `turso db tokens create` makes one.
                  skipped  may write
                """);
        assertThat(normalised(turso().testAuth()))
                .contains("the server asks for a token, and there is none")
                .doesNotContain(TOKEN);
    }

    @Test
    void tokenIsAskedForAnewWhenItIsNotAccepted() {
        proxy.accept(TOKEN);
        List<String> tokens = new ArrayList<>(List.of("expired"));

        AuthReport report = turso().authToken(() -> tokens.isEmpty() ? TOKEN : tokens.remove(0))
                .testAuth();

        assertThat(report.isOk()).isTrue();
    }

    @Test
    void serverThatGoesAwayAtTheEndIsNoSkippedStep() {
        proxy.next(Fault.NONE, Fault.NONE);
        proxy.usually(request -> Fault.status(503));

        AuthReport report = turso().testAuth();

        assertThat(report.isOk()).isFalse();
        assertThat(normalised(report))
                .contains("\n  passed   may write        a table was created and rolled back\n"
                        + "  failed   latency          Cannot read from http://HOST: the server could not answer now");
    }

    @Test
    void serverThatDoesNotKnowSqliteIsNoDatabase() {
        proxy.usually(request -> Fault.answer(200, "application/json", """
                {"results":[{"type":"ok","response":{"type":"batch","result":{"step_results":[null,null],
                "step_errors":[{"message":"no"},{"message":"never heard of"}]}}}]}"""));

        assertThat(normalised(turso().testAuth()))
                .contains(
                        "\n  passed   reachable\n"
                                + "  failed   database exists  The database http://HOST does not answer to: SELECT sqlite_version()");
    }

    @Test
    void redirectIsNotFollowed() {
        proxy.usually(request -> Fault.redirect(307, server.url() + "/v2/pipeline"));

        assertThat(normalised(turso().testAuth()))
                .contains(
                        "  failed   database exists  Cannot read from http://HOST: the server sends on to another address");
    }
}
