package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.Requests;
import dev.schemareset.turso.support.SeenRequest;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each fault, in each phase of a reset of both sides, once and for good: what was not done yet is not done, what was begun is finished by
 * the next call, and nobody is told the token. Only the phase that changes something is one thing on one server and another on the next.
 */
class FaultMatrixTest {

    private static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJhIjoicncifQ.c2VjcmV0LXNpZ25hdHVyZQ";

    /** What is asked of the server, in this order. */
    private enum Phase {
        LOOK("turso_version"),
        COUNT("count(*)"),
        REHEARSE("_sync_guard"),
        RUN("_sync_guard");

        private final String mark;

        Phase(String mark) {
            this.mark = mark;
        }

        boolean is(String body) {
            return body.contains(mark) && Requests.commits(body) == (this == RUN);
        }
    }

    private record Case(String name, Reason reason, Supplier<Fault> fault) {}

    private static final List<Case> CASES = List.of(
            new Case("request lost", Reason.UNREACHABLE, () -> Fault.DROP_REQUEST),
            new Case("answer lost", Reason.UNREACHABLE, () -> Fault.DROP_ANSWER),
            new Case("answer cut", Reason.UNREACHABLE, () -> Fault.CUT_ANSWER),
            new Case("answer late", Reason.UNREACHABLE, () -> Fault.holdAnswer(new Gate())),
            new Case("token not accepted", Reason.UNAUTHORIZED, () -> Fault.status(401)),
            new Case("token without the right", Reason.UNAUTHORIZED, () -> Fault.status(403)),
            new Case("no such database", Reason.NOT_FOUND, () -> Fault.status(404)),
            new Case("too many requests", Reason.UNREACHABLE, () -> Fault.retryAfter(429, "1")),
            new Case("server error", Reason.UNREACHABLE, () -> Fault.status(500)),
            new Case("server away", Reason.UNREACHABLE, () -> Fault.status(503)),
            new Case("garbage", Reason.PROTOCOL, () -> Fault.answer(200, "application/json", "{\"results\": [")),
            new Case("page of a hotel", Reason.PROTOCOL, () -> Fault.answer(200, "text/html", "<html>Welcome!</html>")),
            new Case(
                    "redirect",
                    Reason.PROTOCOL,
                    () -> Fault.redirect(307, "http://127.0.0.1:9/v2/pipeline?authToken=" + TOKEN)));

    private static final int FAULTS = Integer.getInteger("faults", CASES.size());

    @TempDir
    private Path directory;

    private TursoServer server;
    private FaultProxy proxy;
    private Path database;

    @BeforeEach
    void start(TursoServer server, FaultProxy proxy) {
        this.server = server;
        this.proxy = proxy;
    }

    @OnEachServer
    void everyFaultInEveryPhase() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            proxy.accept(TOKEN);
            for (Phase phase : server.kind() == ServerKind.TURSODB_0_6 ? Phase.values() : new Phase[] {Phase.RUN}) {
                for (Case fault : CASES.subList(0, FAULTS)) {
                    once(phase, fault);
                    forGood(phase, fault);
                }
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
            assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(TOKEN);
        }
    }

    private SchemaReset reset() {
        return reset(Duration.ofMinutes(5));
    }

    /** Short only where an answer never comes: a busy machine must not look like a fault. */
    private SchemaReset reset(Case fault) {
        return fault.name().equals("answer late") ? reset(Duration.ofSeconds(2)) : reset();
    }

    private SchemaReset reset(Duration timeout) {
        return SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .withoutBackup()
                .syncTo(TursoSync.to(proxy.url())
                        .authToken(TOKEN)
                        .timeout(timeout)
                        .pausing(duration -> {}));
    }

    /** Both sides were reset once, and hold rows of their own. */
    private void prepare(Phase phase, Case fault) throws Exception {
        proxy.heal();
        database = directory.resolve(phase + " " + fault.name() + ".db");
        Files.deleteIfExists(database);
        reset().apply(Confirm.YES);
        Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('here')");
        RawPipeline.execute(server.url(), "INSERT INTO makers(name) VALUES ('there')");
    }

    /** What can pass is tried again; nobody notices, or everything is as it was, or the next call finishes it. */
    private void once(Phase phase, Case fault) throws Exception {
        prepare(phase, fault);
        proxy.when(phase::is, fault.fault().get());

        SyncException failure =
                catchThrowableOfType(SyncException.class, () -> reset(fault).apply(Confirm.YES));

        String what = phase + ", " + fault.name() + ", once: " + failure;
        if (failure == null) {
            assertThat(fault.reason()).as(what).isIn(Reason.UNREACHABLE, Reason.PROTOCOL);
            assertBothReset(what);
        } else {
            assertFailed(what, phase, fault, failure);
        }
    }

    private void forGood(Phase phase, Case fault) throws Exception {
        prepare(phase, fault);
        boolean[] begun = {false};
        proxy.usually((SeenRequest request) -> {
            begun[0] |= phase.is(request.body());
            return begun[0] ? fault.fault().get() : Fault.NONE;
        });

        SyncException failure =
                catchThrowableOfType(SyncException.class, () -> reset(fault).apply(Confirm.YES));

        String what = phase + ", " + fault.name() + ", for good: " + failure;
        assertThat(failure).as(what).isNotNull();
        assertFailed(what, phase, fault, failure);
    }

    private void assertFailed(String what, Phase phase, Case fault, SyncException failure) throws Exception {
        proxy.heal();
        assertThat(failure.reason()).as(what).isEqualTo(fault.reason());
        assertTokenIsNotTold(failure);
        if (phase == Phase.RUN) {
            assertThat(failure.dataState())
                    .as(what)
                    .startsWith("the local database " + database
                            + " was reset, and remembers that the remote must be reset too. Remote: ");
            assertThat(rows(database)).as(what).isEmpty();
            Sqlite.execute(database, "INSERT INTO makers(name) VALUES ('since')");

            reset().finish();

            assertThat(rows(database)).as(what).containsExactly("since");
        } else {
            assertThat(failure.dataState()).as(what).isEqualTo("nothing was changed.");
            assertThat(rows(database)).as(what).containsExactly("here");
            assertThat(RawPipeline.query(server.url(), "SELECT name FROM makers"))
                    .as(what)
                    .containsExactly(List.of("there"));

            reset().apply(Confirm.YES);
        }
        assertBothReset(what);
    }

    private void assertBothReset(String what) throws Exception {
        assertThat(RawPipeline.query(server.url(), "SELECT name FROM makers"))
                .as(what)
                .isEmpty();
        assertThat(RawPipeline.query(server.url(), "SELECT k, v FROM _sync_meta"))
                .as(what)
                .isEqualTo(Sqlite.rows(database, "SELECT k, v FROM _sync_meta WHERE k <> 'remote'"));
        reset().verify().assertInSync();
        assertThat(reset().info().toString())
                .as(what)
                .contains("\nRemote      agrees with this database: ")
                .doesNotContain(TOKEN);
    }

    private static List<String> rows(Path database) {
        return Sqlite.query(database, "SELECT name FROM makers");
    }

    private void assertTokenIsNotTold(SyncException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .doesNotContain(TOKEN)
                .doesNotContain("c2VjcmV0LXNpZ25hdHVyZQ")
                .contains(proxy.url());
    }
}
