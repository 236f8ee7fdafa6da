package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.SyncReport;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.spi.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long it is waited between two exchanges. */
class AutomaticSyncTest {

    private static final SyncReport REPORT =
            new SyncReport("app.db", "remote", "epoch", Optional.empty(), Exchange.NONE);

    /** Always the longest while. */
    private static final Random LONGEST = new Random() {

        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private static final Random SHORTEST = new Random() {

        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong(long bound) {
            return 0;
        }
    };

    @Test
    void twiceAsLongAfterEachFailureButNotMoreThanFiveMinutes() throws InterruptedException {
        assertThat(seconds(LONGEST, Duration.ofSeconds(1), Collections.nCopies(11, false)))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L);
    }

    @Test
    void neverSoonerThanTheInterval() throws InterruptedException {
        assertThat(seconds(SHORTEST, Duration.ofSeconds(2), List.of(false, false, false)))
                .containsExactly(2L, 2L, 2L, 2L);
    }

    @Test
    void theIntervalAgainOnceItWorks() throws InterruptedException {
        assertThat(seconds(LONGEST, Duration.ofSeconds(3), List.of(false, false, true, false)))
                .containsExactly(3L, 6L, 12L, 3L, 6L);
    }

    @Test
    void intervalThatIsLongerThanAnyProcess() throws InterruptedException {
        assertThat(seconds(LONGEST, Duration.ofSeconds(Long.MAX_VALUE), List.of(false)))
                .containsExactly(Duration.ofDays(36_500).toSeconds(), 300L);
    }

    @Test
    void doesNotBeginAgainOnceItHasEnded() {
        AutomaticSync automatic = new AutomaticSync(() -> REPORT, pause -> {}, LONGEST);
        automatic.end();

        assertThatThrownBy(() -> automatic.start(Duration.ofSeconds(1), report -> {}, e -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the replication is closed");
        assertThat(automatic.isRunning()).isFalse();
    }

    /** The pauses before each exchange and after the last, which work or fail as told. */
    private static List<Long> seconds(Random random, Duration interval, List<Boolean> works)
            throws InterruptedException {
        List<Long> pauses = new ArrayList<>();
        List<Boolean> told = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        AutomaticSync automatic = new AutomaticSync(
                () -> {
                    boolean good = works.get(pauses.size() - 1);
                    if (!good) {
                        throw new SyncException(Reason.UNREACHABLE, "No answer.", "nothing.", "wait.", null);
                    }
                    return REPORT;
                },
                pause -> {
                    pauses.add(pause.toSeconds());
                    if (pauses.size() > works.size()) {
                        ended.countDown();
                        throw new InterruptedException();
                    }
                },
                random);
        automatic.start(interval, report -> {}, e -> told.add(false));
        ended.await();
        automatic.end();
        assertThat(told).hasSize(Collections.frequency(works, false));
        return pauses;
    }

    @Test
    void itDoesNotRunOnceItsThreadHasDied() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
        AssertionError died = new AssertionError("died");
        AutomaticSync automatic = new AutomaticSync(
                () -> {
                    throw died;
                },
                pause -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
                    threads.add(Thread.currentThread());
                },
                LONGEST);
        automatic.start(Duration.ofSeconds(1), report -> {}, e -> {});

        threads.take().join();

        assertThat(uncaught).containsExactly(died);
        assertThat(automatic.isRunning()).isFalse();
    }

    /** Somebody who is told fails with an error. */
    @Test
    void itRunsOnWhenAListenerFails() throws InterruptedException {
        BlockingQueue<String> uncaught = new LinkedBlockingQueue<>();
        AutomaticSync automatic = new AutomaticSync(
                () -> {
                    throw new SyncException(Reason.UNREACHABLE, "No answer.", "nothing.", "wait.", null);
                },
                pause ->
                        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.add(e.getMessage())),
                LONGEST);
        automatic.start(Duration.ofSeconds(1), report -> {}, e -> {
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
