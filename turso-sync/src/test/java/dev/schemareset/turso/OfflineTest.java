package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.support.ChildJvm;
import dev.schemareset.turso.replication.SyncStatus;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Without the server everything local works, and what was changed meanwhile goes there once it is back. */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@WithServer
class OfflineTest {

    private static final String ADA = "INSERT INTO people VALUES (1, NULL, 'ada', 'Bath'), (2, NULL, 'al', 'Bath')";

    @TempDir
    private Path directory;

    private TursoServer server;

    @BeforeEach
    void start(TursoServer server) throws Exception {
        this.server = server;
        Instance.reset(directory.resolve("ada.db")).syncTo(turso(server.url())).apply(Confirm.YES);
    }

    private static TursoSync turso(String url) {
        return TursoSync.to(url).pausing(duration -> {});
    }

    private Instance ada() {
        return Instance.of(directory, "ada", turso(server.url()));
    }

    @Test
    void existingFileIsOpenedWithoutTheServer() throws Exception {
        server.kill();
        try (Instance ada = ada()) {
            ada.execute(ADA);

            for (int i = 0; i < 2; i++) {
                assertUnreachable(ada);
                SyncStatus status = ada.replication().status();
                assertThat(status.dirtyRows()).isEqualTo(2);
                assertThat(status.failure()).get().isInstanceOf(SyncException.class);
                ada.execute("UPDATE people SET city = 'Ulm' WHERE id = 1");
            }
            server.restart();

            assertThat(ada.sync()).hasToString("2 rows pushed, no rows pulled, no conflicts");
            SyncStatus status = ada.replication().status();
            assertThat(status.dirtyRows()).isZero();
            assertThat(status.failure()).isEmpty();
            assertThat(ada.replication().verify().isEqual()).isTrue();
        }
    }

    private static void assertUnreachable(Instance instance) {
        assertThatThrownBy(instance::sync)
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessageContaining("what was changed here and is not there yet is kept");
    }

    @Test
    void emptyFileCannotBeMadeWithoutTheServer() throws Exception {
        server.kill();

        assertThatThrownBy(() -> Instance.of(directory, "bob", turso(server.url())))
                .isInstanceOfSatisfying(
                        SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));

        server.restart();
        try (Instance bob = Instance.of(directory, "bob", turso(server.url()))) {
            assertThat(bob.replication().verify().isEqual()).isTrue();
        }
    }

    @Test
    void backgroundTellsOfFailuresAndHeals() throws Exception {
        try (Instance ada = ada()) {
            BlockingQueue<SchemaResetException> failures = new LinkedBlockingQueue<>();
            server.kill();
            ada.execute(ADA);
            ada.replication().syncAutomatically(Duration.ofMillis(1), failures::add);

            for (int i = 0; i < 3; i++) {
                assertThat(failures.poll(5, TimeUnit.MINUTES))
                        .isInstanceOfSatisfying(
                                SyncException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
            }
            assertThat(ada.replication().status().automatic()).isTrue();
            assertThat(ada.replication().status().failure()).isPresent();
            assertThat(ada.replication().status().dirtyRows()).isEqualTo(2);
            server.restart();

            await(ada, status -> status.dirtyRows() == 0 && status.failure().isEmpty());
            assertThat(ada.replication().verify().isEqual()).isTrue();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("schemareset-sync"));
    }

    /** At most so long as the timeout of the class. */
    private static void await(Instance instance, Predicate<SyncStatus> wanted) {
        while (!wanted.test(instance.replication().status())) {
            Thread.onSpinWait();
        }
    }

    @Test
    void closeEndsAnExchangeInTheBackground() throws Exception {
        BlockingQueue<SchemaResetException> failures = new LinkedBlockingQueue<>();
        try (FaultProxy proxy = FaultProxy.before(server.url())) {
            Gate gate = new Gate();
            try (Instance ada = Instance.of(directory, "ada", turso(proxy.url()))) {
                proxy.next(Fault.holdRequest(gate));
                ada.replication().syncAutomatically(Duration.ofMillis(1), failures::add);
                gate.awaitArrival();
            }
            gate.open();
        }
        assertThat(failures).as("what somebody wanted is no failure").isEmpty();
        try (Instance ada = ada()) {
            assertThat(ada.sync()).hasToString("no rows pushed, no rows pulled, no conflicts");
        }
    }

    /** Comes to the end of its main method with a replication that is never closed. */
    static final class Forgetful {
        public static void main(String[] arguments) throws Exception {
            Instance ada = Instance.of(Path.of(arguments[0]), "ada", TursoSync.to(arguments[1]));
            ada.execute(ADA);
            ada.replication().syncAutomatically(Duration.ofMillis(1));
            await(ada, status -> status.dirtyRows() == 0);
        }
    }

    @Test
    void backgroundKeepsNoProcessAlive() throws Exception {
        try (ChildJvm child = ChildJvm.start(Forgetful.class, directory.toString(), server.url())) {
            child.assertEndsWell();
        }
        try (Instance ada = ada()) {
            assertThat(ada.sync()).hasToString("no rows pushed, no rows pulled, no conflicts");
        }
    }
}
