package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.replication.SyncProgress;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the other side while rows are fetched from there in several requests. */
@WithServer
class MeanwhileTest {

    private static final String PEOPLE = "SELECT id, name FROM people ORDER BY id";

    @TempDir
    private Path directory;

    private TursoServer server;
    private FaultProxy proxy;

    @BeforeEach
    void start(TursoServer server, FaultProxy proxy) throws Exception {
        this.server = server;
        this.proxy = proxy;
        Instance.reset(directory.resolve("ada.db")).syncTo(turso()).apply(Confirm.YES);
    }

    private TursoSync turso() {
        return TursoSync.to(server.url());
    }

    private Instance instance(String name) {
        return Instance.of(directory, name, turso());
    }

    /** One whose requests pass through the proxy, and wait there for what others do meanwhile. */
    private Instance watched(String name) {
        return Instance.of(
                directory,
                name,
                TursoSync.to(proxy.url()).timeout(Duration.ofMinutes(5)).pausing(duration -> {}));
    }

    private static boolean fetchesRows(String body) {
        return body.contains("LEFT JOIN");
    }

    /** So many pushes that the log is trimmed. */
    private static void pushOften(Instance instance) throws Exception {
        for (int i = 0; i < 70; i++) {
            instance.execute("INSERT INTO branches VALUES (" + i + ", NULL, 'often')");
            instance.sync();
        }
    }

    /** More rows than are fetched at once. */
    private static void pushMany(Instance instance) throws Exception {
        instance.execute(
                "INSERT INTO things WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100)"
                        + " SELECT i, i FROM n");
        instance.sync();
    }

    private void assertStopped(ThrowingCallable work, String what) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
                .hasMessage("""
                        %s while its rows were fetched.
                        Your data: nothing was changed here.
                        What to do: exchange again.""".formatted(what.formatted(proxy.url())));
    }

    /** Runs once, when the first cells have come. */
    private TursoSync whenCellsCame(TursoSync turso, Work work) {
        AtomicBoolean done = new AtomicBoolean();
        return turso.onProgress(progress -> {
            if (progress.table().equals("cells") && done.compareAndSet(false, true)) {
                unchecked(work);
            }
        });
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void changeAndPushOften(Instance ada) throws Exception {
        ada.execute("DELETE FROM cells WHERE line = 1", "UPDATE cells SET number = 3 WHERE line = 2");
        pushOften(ada);
    }

    @Test
    void logIsKeptForWhoFetchesAllRows() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO cells VALUES (1, 'a', 1), (2, 'a', 2)");
            ada.sync();

            try (Instance bob = Instance.of(directory, "bob", whenCellsCame(turso(), () -> changeAndPushOften(ada)))) {
                assertThat(bob.rows("SELECT * FROM cells")).containsExactly(List.of("2", "a", "3.0"));
                assertThat(bob.replication().verify().isEqual()).isTrue();
            }
        }
    }

    /** Who may only read cannot ask for the log to be kept. */
    @Test
    void logIsTrimmedWhileAllRowsAreFetched() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO cells VALUES (1, 'a', 1), (2, 'a', 2)");
            ada.sync();
            proxy.acceptForReading("reader");
            TursoSync reading =
                    whenCellsCame(TursoSync.to(proxy.url()).authToken("reader"), () -> changeAndPushOften(ada));

            assertStopped(() -> Instance.of(directory, "bob", reading), "The log of the database %s was trimmed");

            try (Instance bob = Instance.of(directory, "bob", reading)) {
                assertThat(bob.replication().verify().isEqual()).isTrue();
            }
        }
    }

    @Test
    void logIsTrimmedBetweenTwoWindows() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = watched("bob")) {
            ada.sync();
            bob.sync();
            pushMany(ada);
            // As after 46 days.
            RawPipeline.execute(server.url(), "UPDATE _sync_peer SET seen = seen - 4000000 WHERE push_no = 0");
            proxy.when(MeanwhileTest::fetchesRows, Fault.NONE, passage -> {
                unchecked(() -> pushOften(ada));
                Fault.NONE.happen(passage);
            });

            assertStopped(bob::sync, "The log of the database %s was trimmed");

            bob.sync();
            assertThat(bob.replication().verify().isEqual()).isTrue();
        }
    }

    @Test
    void otherSideIsBroughtBackBetweenTwoWindows() throws Exception {
        try (Instance ada = instance("ada");
                Instance bob = watched("bob")) {
            ada.execute("INSERT INTO cells VALUES (1, 'a', 1)");
            ada.sync();
            bob.sync();
            server.save(directory.resolve("saved"));
            pushMany(ada);
            proxy.when(MeanwhileTest::fetchesRows, Fault.NONE, passage -> {
                server.restartFrom(directory.resolve("saved"));
                Fault.NONE.happen(passage);
            });

            assertStopped(bob::sync, "The database %s was brought back to an older state");

            bob.sync();
            assertThat(bob.replication().verify().isEqual()).isTrue();
        }
    }

    /** To a state that is later than the first look, but earlier than a row that has come by then. */
    @Test
    void otherSideIsBroughtBackBetweenTwoPages() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.execute("INSERT INTO cells VALUES (1, 'a', 1)");
            ada.sync();
            TursoSync watching = TursoSync.to(proxy.url())
                    .onProgress(progress -> unchecked(() -> {
                        if (progress.table().equals("cells")) {
                            server.save(directory.resolve("saved"));
                            ada.execute("INSERT INTO people VALUES (1, NULL, 'lost', 'Bath')");
                            ada.sync();
                        } else {
                            server.restartFrom(directory.resolve("saved"));
                        }
                    }));

            assertStopped(
                    () -> Instance.of(directory, "bob", watching),
                    "The database %s was brought back to an older state");
        }
    }

    /** What it sent is not known by its name; its place in the log must not be passed. */
    @Test
    void copySendsWhileRowsAreFetched() throws Exception {
        try (Instance ada = instance("ada")) {
            ada.sync();
        }
        Files.copy(directory.resolve("ada.db"), directory.resolve("copy.db"));
        try (Instance ada = watched("ada");
                Instance copy = instance("copy");
                Instance bob = instance("bob")) {
            copy.sync();
            ada.sync();
            bob.execute("INSERT INTO people VALUES (1, NULL, 'bob', 'Bonn')");
            bob.sync();
            copy.execute("INSERT INTO people VALUES (2, NULL, 'copy', 'Como')");
            proxy.when(MeanwhileTest::fetchesRows, passage -> {
                copy.sync();
                Fault.NONE.happen(passage);
            });

            assertStopped(ada::sync, "A copy of the file here sent changes to the database %s");

            assertThat(ada.sync().notes())
                    .containsExactly("The file " + ada.file()
                            + " is a copy, or was brought back from one: it goes on as an instance of its own.");
            assertThat(ada.rows(PEOPLE)).containsExactly(List.of("1", "bob"), List.of("2", "copy"));
            assertThat(ada.replication().verify().isEqual()).isTrue();
        }
    }

    /** Clients of a server that shares one connection see what is never committed. */
    @OnEachServer(except = ServerKind.SQLD)
    void somebodyElsesTransactionIsOpen(TursoServer shared) throws Exception {
        TursoSync turso = TursoSync.to(shared.url());
        Instance.reset(directory.resolve("cy.db")).syncTo(turso).apply(Confirm.YES);
        try (Instance cy = Instance.of(directory, "cy", turso)) {
            cy.sync();
            RawPipeline.execute(shared.url(), "BEGIN", "INSERT INTO people VALUES (1, NULL, 'phantom', 'Bath')");

            assertInUse(shared, cy::sync);
            cy.execute("INSERT INTO cells VALUES (1, 'a', NULL)");
            assertInUse(shared, cy::sync);
            assertInUse(shared, () -> Instance.of(directory, "new", turso));

            RawPipeline.execute(shared.url(), "ROLLBACK");
            cy.sync();
            assertThat(cy.rows(PEOPLE)).isEmpty();
            assertThat(cy.replication().verify().isEqual()).isTrue();
        }
    }

    /** What was sent before is told, for the rest of the message is about what comes after. */
    @Test
    void otherSideIsLostAfterTheFirstRowsWereSent() throws Exception {
        AtomicBoolean sent = new AtomicBoolean();
        TursoSync told = turso().onProgress(progress -> {
            if (progress.work() == SyncProgress.Work.SENDING && !sent.getAndSet(true)) {
                unchecked(() -> RawPipeline.execute(server.url(), "DELETE FROM _sync_meta WHERE k = 'epoch'"));
            }
        });
        try (Instance ada = Instance.of(directory, "ada", told)) {
            ada.execute(
                    "INSERT INTO cells WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)"
                            + " SELECT i, 'x', i FROM n");

            assertThatThrownBy(ada::sync).isInstanceOf(SyncException.class).hasMessage("""
                    Cannot exchange the rows of %s with %s: the latter was not made by a reset.
                    Your data: before it failed, this exchange wrote what it came to: 1,000 rows pushed, no rows pulled, no conflicts. After that, neither database was changed.
                    What to do: check that this is the database you mean; apply(Confirm.YES_DROP_FOREIGN_TABLES) with syncTo(...) drops everything in both and creates it again.""".formatted(
                            ada.file(), server.url()));
            assertThat(ada.replication().status().dirtyRows()).isEqualTo(500);
        }
    }

    private static void assertInUse(TursoServer server, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessage("""
                        The database %s is in use by a transaction of another client. The server says: Transaction error: cannot start a transaction within a transaction.
                        Your data: what was changed here and is not there yet is kept, to be sent the next time.
                        What to do: exchange again once that has ended.""".formatted(server.url()));
    }
}
