package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows go both ways. */
class ReplicationTest {

    private static final String PEOPLE = "SELECT id, coalesce(email, '-'), name, city FROM people ORDER BY id";

    @TempDir
    private Path directory;

    private SchemaReset family(String name) {
        return SchemaReset.forPackage("dev.schemareset.turso.family")
                .withoutBackup()
                .database(directory.resolve(name + ".db"));
    }

    private static void execute(SchemaReset reset, String... statements) {
        reset.jdbi().useHandle(handle -> List.of(statements).forEach(handle::execute));
    }

    private List<List<String>> local(String name, String query) throws Exception {
        return Sqlite.rows(directory.resolve(name + ".db"), query);
    }

    @OnEachServer
    void rowsGoBothWays(TursoServer server) throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        SchemaReset ada = family("ada");
        SchemaReset bob = family("bob");
        ada.syncTo(turso).apply(Confirm.YES);
        execute(
                ada,
                "INSERT INTO people VALUES (1, 'a@x', 'Ada', 'Bath'), (2, NULL, 'Al', 'Bonn')",
                "INSERT INTO letters VALUES ('L1', 1, 'dear'), ('l2', NULL, NULL)",
                "INSERT INTO cells VALUES (1, 'a', 0.1), (1, 'b', 9e999), (2, 'a', -9e999)",
                "INSERT INTO stamps VALUES (x'00ff', x''), (x'', NULL)",
                "INSERT INTO branches VALUES (1, NULL, 'root'), (2, 1, 'twig')",
                "INSERT INTO things VALUES (1, 1.0), (2, 'x'), (3, x'01'), (4, NULL)");
        try (TursoReplication there = turso.replicate(ada)) {
            assertThat(there.sync().exchange().toString()).isEqualTo("15 rows pushed, no rows pulled, no conflicts");
            try (TursoReplication here = turso.replicate(bob)) {
                assertThat(here.verify().isEqual()).as(here.verify().toString()).isTrue();
                execute(
                        bob,
                        "UPDATE people SET email = 'b@x' WHERE id = 2",
                        "UPDATE people SET email = NULL WHERE id = 1",
                        "UPDATE letters SET id = 'L2' WHERE id = 'l2'",
                        "DELETE FROM branches WHERE id = 1",
                        "INSERT OR REPLACE INTO people VALUES (3, 'b@x', 'Cy', 'Como')");
                assertThat(here.sync().exchange().toString()).isEqualTo("6 rows pushed, 15 rows pulled, no conflicts");
                assertThat(here.sync().exchange().toString()).isEqualTo("no rows pushed, no rows pulled, no conflicts");
            }
            assertThat(there.sync().exchange().toString()).isEqualTo("no rows pushed, 6 rows pulled, no conflicts");
            assertThat(there.verify().isEqual()).as(there.verify().toString()).isTrue();
            assertThat(there.status().dirtyRows()).isZero();
        }
        assertThat(local("ada", PEOPLE))
                .isEqualTo(local("bob", PEOPLE))
                .isEqualTo(RawPipeline.query(server.url(), PEOPLE));
        assertThat(local("ada", "SELECT id FROM letters ORDER BY id")).containsExactly(List.of("L1"), List.of("L2"));
    }

    /** Without a key. */
    @Table("lines")
    public record Line(String text) {}

    /** With a key that may be anything. */
    @Table("loose")
    public record Loose(@PrimaryKey @Column(type = "ANY") String id) {}

    @OnEachServer
    void tablesWithoutAKeyAreRefused(TursoServer server) throws Exception {
        SchemaReset reset = SchemaReset.forModels(Line.class, Loose.class)
                .database(directory.resolve("lines.db"))
                .syncTo(TursoSync.to(server.url()));

        assertThatThrownBy(() -> reset.apply(Confirm.YES))
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNPORTABLE))
                .message()
                .endsWith("""
                         cannot hold this schema.
                        - Table lines holds dev.schemareset.turso.ReplicationTest.Line: it has no primary key, so its local and remote rows cannot be matched.
                          Fix: write @PrimaryKey on a component.
                        - Table loose holds dev.schemareset.turso.ReplicationTest.Loose: its primary key may be of any type, and not all servers agree which values of different types are equal.
                          Fix: choose another type for the key than ANY.
                        Your data: neither database was changed; the dry run on the remote was rolled back.
                        What to do: change the models, or sync with a server that can hold them.""");
        assertThat(directory.resolve("lines.db")).doesNotExist();
    }

    /** The row takes the key of its parent, which is deleted for that, and the row with it. */
    @OnEachServer
    void rowsThatAnUpdateDeletes(TursoServer server) throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        Instance.reset(directory.resolve("ada.db")).syncTo(turso).apply(Confirm.YES);
        try (Instance ada = Instance.of(directory, "ada", turso)) {
            ada.execute("INSERT INTO branches VALUES (2, NULL, 'root'), (1, 2, 'twig'), (5, NULL, 'other')");
            ada.sync();
            ada.execute("UPDATE OR REPLACE branches SET id = id + 1 WHERE id = 1");
            assertThat(ada.rows("SELECT id FROM branches")).containsExactly(List.of("5"));
            ada.sync();
            assertThat(RawPipeline.query(server.url(), "SELECT id FROM branches"))
                    .containsExactly(List.of("5"));
        }
    }

    /** With a key that may be infinite. */
    @Table("limits")
    public record Limit(@PrimaryKey double id) {}

    @OnEachServer
    void rowWithAnInfiniteKeyIsDeleted(TursoServer server) throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        SchemaReset ada = SchemaReset.forModels(Limit.class).database(directory.resolve("ada.db"));
        SchemaReset bob = SchemaReset.forModels(Limit.class).database(directory.resolve("bob.db"));
        ada.syncTo(turso).apply(Confirm.YES);
        try (TursoReplication there = turso.replicate(ada);
                TursoReplication here = turso.replicate(bob)) {
            execute(ada, "INSERT INTO limits VALUES (9e999), (-9e999)");
            there.sync();
            here.sync();
            execute(ada, "DELETE FROM limits WHERE id < 0");
            there.sync();
            here.sync();
            assertThat(local("bob", "SELECT id > 0 FROM limits")).containsExactly(List.of("1"));
        }
    }

    @Test
    @WithServer
    void tellsWhatWentInTheBackground(TursoServer server) throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        TursoSync turso = TursoSync.to(server.url());
        SchemaReset ada = family("ada");
        ada.syncTo(turso).apply(Confirm.YES);
        try (TursoReplication there = turso.replicate(ada);
                TursoReplication here = turso.replicate(family("bob"))) {
            here.syncAutomatically(
                    Duration.ofMillis(10),
                    report -> {
                        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> told.add(e.getMessage()));
                        throw new IllegalStateException(report.exchange().toString());
                    },
                    failure -> told.add(failure.getMessage()));
            for (int id : List.of(1, 2)) {
                execute(ada, "INSERT INTO branches VALUES (" + id + ", NULL, 'root')");
                there.push();

                assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("no rows pushed, 1 row pulled, no conflicts");
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    @WithServer
    void tellsNoFailureThatItsOwnEndBrings(TursoServer server, FaultProxy proxy) throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        Gate gate = new Gate();
        TursoSync turso = TursoSync.to(proxy.url());
        SchemaReset ada = family("ada");
        ada.syncTo(turso).apply(Confirm.YES);
        try (TursoReplication there = turso.replicate(ada)) {
            proxy.next(Fault.holdAnswer(gate));
            there.syncAutomatically(Duration.ofMillis(10), failure -> told.add(failure.getMessage()));
            gate.awaitArrival();
        }
        assertThat(told).isEmpty();
        gate.open();
    }

    @Test
    @WithServer
    void closedReplicationDoesNothing(TursoServer server) throws Exception {
        SchemaReset ada = family("ada");
        TursoSync turso = TursoSync.to(server.url());
        ada.syncTo(turso).apply(Confirm.YES);
        TursoReplication closed = turso.replicate(ada);
        closed.close();
        closed.close();

        for (ThrowingCallable refused : List.<ThrowingCallable>of(
                closed::sync,
                closed::push,
                closed::pull,
                closed::status,
                closed::preview,
                closed::conflicts,
                closed::verify,
                () -> closed.rebuild(Confirm.YES),
                () -> closed.syncAutomatically(Duration.ofSeconds(1)))) {
            assertThatThrownBy(refused)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the replication of " + directory.resolve("ada.db") + " with " + server.url()
                            + " is closed");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // What code without null checks may pass.
    @WithServer
    void argumentsAreNamedThatAreMissing(TursoServer server) throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        SchemaReset ada = family("ada");
        ada.syncTo(turso).apply(Confirm.YES);
        Duration second = Duration.ofSeconds(1);
        try (TursoReplication there = turso.replicate(ada)) {
            assertMissing("reset", () -> turso.replicate(null));
            assertMissing("longest", () -> turso.timeout(null));
            assertMissing("confirm", () -> there.rebuild(null));
            assertMissing("conflict", () -> there.resolve(null, Side.LOCAL));
            assertMissing("interval", () -> there.syncAutomatically(null));
            assertMissing("onFailure", () -> there.syncAutomatically(second, null));
            assertMissing("onExchange", () -> there.syncAutomatically(second, null, failure -> {}));
        }
    }

    private static void assertMissing(String argument, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(argument);
    }
}
