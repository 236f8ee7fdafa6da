package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.SyncReport;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.spi.Exchange;
import dev.schemareset.turso.watch.LocalWrites;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The thread that does what the schedule says. */
class AutomaticSyncTest {

    private static final SyncReport REPORT =
            new SyncReport("app.db", "remote", "epoch", Optional.empty(), Exchange.NONE);

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Passes while it is waited, and no other way. */
    private final AtomicLong nanos = new AtomicLong();

    /** What happened, in milliseconds since the start. */
    private final List<String> story = new ArrayList<>();

    private final CompletableFuture<Thread> thread = new CompletableFuture<>();

    /** A local file without another connection, unless a test says so. */
    private abstract class Quiet implements AutomaticSync.Work {

        boolean isWritten() {
            return false;
        }

        @Override
        public boolean isUnsent() {
            return true;
        }

        @Override
        public LocalWrites watch() {
            return new LocalWrites() {

                @Override
                public boolean happened() {
                    return isWritten();
                }

                @Override
                public void close() {
                    story.add("closed");
                }
            };
        }
    }

    private static SyncException noAnswer() {
        return new SyncException(Reason.UNREACHABLE, "No answer.", "nothing.", "wait.", null);
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos.get());
    }

    /** Lets time pass, and ends the thread at an instant. */
    private void passUntil(long end, Duration pause) throws InterruptedException {
        thread.complete(Thread.currentThread());
        assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(10));
        nanos.addAndGet(pause.toNanos());
        if (millis() >= end) {
            throw new InterruptedException();
        }
    }

    /** Runs until an instant. */
    private void run(AutomaticSync.Work work, long end) throws InterruptedException {
        AutomaticSync automatic =
                new AutomaticSync(work, pause -> passUntil(end, pause), SyncScheduleTest.ZERO, nanos::get);
        automatic.start(SECOND, report -> story.add("told"), e -> story.add(millis() + " failed"));
        thread.join().join();
    }

    @Test
    void afterTheIntervalAndSoonAfterAWrite() throws InterruptedException {
        run(
                new Quiet() {

                    @Override
                    public SyncReport sync() {
                        story.add(millis() + " sync");
                        return REPORT;
                    }

                    @Override
                    boolean isWritten() {
                        return millis() == 1_500;
                    }
                },
                3_000);

        assertThat(story).containsExactly("1000 sync", "1520 sync", "2520 sync", "closed");
    }

    /** What was fetched is a write as well. */
    @Test
    void notAfterAWriteThatLeavesNothingToBeSent() throws InterruptedException {
        run(
                new Quiet() {

                    @Override
                    public SyncReport sync() {
                        story.add(millis() + " sync");
                        return REPORT;
                    }

                    @Override
                    boolean isWritten() {
                        return millis() == 1_010;
                    }

                    @Override
                    public boolean isUnsent() {
                        story.add(millis() + " looks");
                        return false;
                    }
                },
                2_100);

        assertThat(story).containsExactly("1000 sync", "1030 looks", "2000 sync", "closed");
    }

    /** While the remote cannot be reached, the local file is left alone. */
    @Test
    void notAfterAWriteWhileItFails() throws InterruptedException {
        run(
                new Quiet() {

                    @Override
                    public SyncReport sync() {
                        throw noAnswer();
                    }

                    @Override
                    boolean isWritten() {
                        return millis() > 1_000;
                    }
                },
                3_500);

        assertThat(story).containsExactly("1000 failed", "2000 failed", "3000 failed", "closed");
    }

    @Test
    void atOnceWhenItIsWokenAndAsUsualWhenSomebodyElseSucceeds() throws InterruptedException {
        AtomicReference<AutomaticSync> itself = new AtomicReference<>();
        AutomaticSync automatic = new AutomaticSync(
                new Quiet() {

                    @Override
                    public SyncReport sync() {
                        story.add(millis() + " sync");
                        throw noAnswer();
                    }
                },
                pause -> {
                    passUntil(4_500, pause);
                    if (millis() == 1_500) {
                        itself.get().wake();
                    }
                    if (millis() == 2_000) {
                        itself.get().succeeded();
                    }
                },
                SyncScheduleTest.ZERO,
                nanos::get);
        itself.set(automatic);
        automatic.start(SECOND, report -> {}, e -> {});
        thread.join().join();

        // The third would come at 2500 without the success at 2000.
        assertThat(story).containsExactly("1000 sync", "1500 sync", "3000 sync", "4000 sync", "closed");
    }

    @Test
    void doesNotBeginAgainOnceItHasEnded() {
        AutomaticSync automatic = new AutomaticSync(new Failing(), pause -> {}, new Random(), nanos::get);
        automatic.end();

        assertThatThrownBy(() -> automatic.start(SECOND, report -> {}, e -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the replication is closed");
        assertThat(automatic.isRunning()).isFalse();
        automatic.wake();
        automatic.succeeded();
    }

    private final class Failing extends Quiet {

        @Override
        public SyncReport sync() {
            throw noAnswer();
        }
    }

    @Test
    void itDoesNotRunOnceItsThreadHasDied() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
        AssertionError died = new AssertionError("died");
        AutomaticSync automatic = new AutomaticSync(
                new Quiet() {

                    @Override
                    public SyncReport sync() {
                        throw died;
                    }
                },
                pause -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
                    threads.add(Thread.currentThread());
                    nanos.addAndGet(pause.toNanos());
                },
                SyncScheduleTest.ZERO,
                nanos::get);
        automatic.start(SECOND, report -> {}, e -> {});

        threads.take().join();

        assertThat(uncaught).containsExactly(died);
        assertThat(automatic.isRunning()).isFalse();
    }

    /** Somebody who is told fails with an error. */
    @Test
    void itRunsOnWhenAListenerFails() throws InterruptedException {
        BlockingQueue<String> uncaught = new LinkedBlockingQueue<>();
        AutomaticSync automatic = new AutomaticSync(
                new Failing(),
                pause -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.add(e.getMessage()));
                    nanos.addAndGet(pause.toNanos());
                },
                SyncScheduleTest.ZERO,
                nanos::get);
        automatic.start(SECOND, report -> {}, e -> {
            throw new AssertionError("own");
        });

        for (int i = 0; i < 2; i++) {
            assertThat(uncaught.poll(1, TimeUnit.MINUTES)).isEqualTo("own");
        }
        assertThat(automatic.isRunning()).isTrue();
        automatic.end();
        assertThat(automatic.isRunning()).isFalse();
    }
}
