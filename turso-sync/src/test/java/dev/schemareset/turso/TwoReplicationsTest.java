package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.support.ChildJvm;
import dev.schemareset.turso.http.HranaClient.Pause;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two replications of one file in one process take turns, and nobody else has one meanwhile. */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@WithServer
class TwoReplicationsTest {

    private static final int ROUNDS = 25;

    @TempDir
    private Path directory;

    private TursoServer server;
    private ExecutorService threads;

    @BeforeEach
    void start(TursoServer server) throws Exception {
        this.server = server;
        Instance.reset(directory.resolve("ada.db"))
                .syncTo(TursoSync.to(server.url()))
                .apply(Confirm.YES);
        threads = Executors.newCachedThreadPool();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void bothWriteAndExchange() throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        try (Instance other = Instance.of(directory, "ada", turso)) {
            try (Instance one = Instance.of(directory, "ada", turso)) {
                one.execute("INSERT INTO people VALUES (1, NULL, '0', 'Bath')");
                List<Future<?>> running = List.of(threads.submit(() -> count(one)), threads.submit(() -> count(other)));
                for (Future<?> future : running) {
                    future.get();
                }

                for (Instance instance : List.of(one, other)) {
                    assertThat(instance.sync()).hasToString("no rows pushed, no rows pulled, no conflicts");
                    assertThat(instance.replication().status().dirtyRows()).isZero();
                    assertThat(instance.replication().verify().isEqual()).isTrue();
                }
                assertThat(one.rows("SELECT name FROM people")).containsExactly(List.of(String.valueOf(2 * ROUNDS)));
            }
            other.execute("UPDATE people SET name = 'since'");
            assertThat(other.sync()).hasToString("1 row pushed, no rows pulled, no conflicts");
        }
    }

    private static Instance count(Instance instance) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            instance.execute("UPDATE people SET name = name + 1");
            instance.sync();
        }
        return instance;
    }

    /** Tries to lock a file that another process may have locked. */
    static final class Locker {
        public static void main(String[] arguments) throws Exception {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null ? "held" : "free");
            }
        }
    }

    @Test
    void oneThatWaitsDoesNotUnlockTheFileForOtherProcesses() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Gate gate = new Gate();
        try (FaultProxy proxy = FaultProxy.before(server.url());
                Instance one = Instance.of(directory, "ada", TursoSync.to(proxy.url()));
                Instance other =
                        Instance.of(directory, "ada", TursoSync.to(server.url()).pausing(duration -> {
                            waits.countDown();
                            Pause.SLEEP.pause(duration);
                        }))) {
            proxy.next(Fault.holdAnswer(gate));
            Future<?> first = threads.submit(one::sync);
            gate.awaitArrival();
            Future<?> second = threads.submit(other::sync);
            waits.await();

            try (ChildJvm locker = ChildJvm.start(
                    Locker.class, directory.resolve("ada.db-sync.lock").toString())) {
                assertThat(locker.hear()).isEqualTo("held");
            }
            gate.open();
            first.get();
            second.get();
        }
        try (ChildJvm locker = ChildJvm.start(
                Locker.class, directory.resolve("ada.db-sync.lock").toString())) {
            assertThat(locker.hear()).isEqualTo("free");
        }
    }
}
