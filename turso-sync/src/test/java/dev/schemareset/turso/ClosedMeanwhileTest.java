package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.turso.http.HranaClient.Pause;
import dev.schemareset.turso.support.Fault;
import dev.schemareset.turso.support.FaultProxy;
import dev.schemareset.turso.support.Gate;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replication that is closed while another thread syncs waits for no server. */
@WithServer
class ClosedMeanwhileTest {

    @TempDir
    private Path directory;

    private TursoServer server;
    private FaultProxy proxy;

    private final CountDownLatch waits = new CountDownLatch(1);

    @BeforeEach
    void start(TursoServer given, FaultProxy before) {
        server = given;
        proxy = before;
        Instance.reset(directory.resolve("ada.db"))
                .syncTo(TursoSync.to(server.url()))
                .apply(Confirm.YES);
    }

    /** What a sync on another thread threw, when the replication was closed once the sync waited. */
    private void assertEnded(TursoSync turso) throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Instance ada = Instance.of(directory, "ada", turso);
        Thread application = new Thread(() -> {
            try {
                ada.sync();
                thrown.complete(new AssertionError("the sync came to its end"));
            } catch (RuntimeException e) {
                thrown.complete(e);
            }
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        application.start();
        waits.await();

        ada.close();

        assertThat(thrown.join())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the replication of %s with %s was closed meanwhile; the next sync finds out what became of this one",
                        ada.file(), proxy.url());
        assertThat(interrupted.join()).as("the thread is the application's").isFalse();
    }

    @Test
    void whileItWaitsForAnAnswer() throws Exception {
        Gate gate = new Gate();
        proxy.next(passage -> {
            waits.countDown();
            Fault.holdAnswer(gate).happen(passage);
        });

        assertEnded(TursoSync.to(proxy.url()));
        gate.open();
    }

    @Test
    void whileItSleepsBetweenTries() throws Exception {
        proxy.next(Fault.retryAfter(503, "25"));

        assertEnded(TursoSync.to(proxy.url()).pausing(duration -> {
            waits.countDown();
            Pause.SLEEP.pause(duration);
        }));
    }

    /** What was under way when it was closed is neither lost nor sent twice. */
    @Test
    void pushWhoseAnswerNobodyWaitedFor() throws Exception {
        Instance.of(directory, "ada", TursoSync.to(server.url())).close();
        Gate gate = new Gate();
        proxy.when(body -> body.contains("INSERT INTO main.\\\"cells"), passage -> {
            waits.countDown();
            Fault.holdAnswer(gate).happen(passage);
        });
        try (Instance writer = Instance.of(directory, "ada", TursoSync.to(server.url()))) {
            writer.execute("INSERT INTO cells VALUES (1, 'a', 1)");
        }
        assertEnded(TursoSync.to(proxy.url()));
        gate.open();
        try (Instance again = Instance.of(directory, "ada", TursoSync.to(server.url()))) {
            again.sync();

            assertThat(again.replication().verify().isEqual()).isTrue();
            assertThat(again.rows("SELECT * FROM cells")).containsExactly(List.of("1", "a", "1.0"));
            assertThat(again.replication().conflicts()).isEmpty();
        }
    }
}
