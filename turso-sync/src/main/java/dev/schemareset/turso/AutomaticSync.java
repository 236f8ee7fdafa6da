package dev.schemareset.turso;

import dev.schemareset.SyncReport;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.spi.Exchange;
import dev.schemareset.turso.http.HranaClient.Pause;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Exchanges rows again and again, on a thread of its own that keeps no JVM alive. */
final class AutomaticSync {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** What is longer may be more milliseconds than a number holds. */
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(36_500);

    private final Supplier<SyncReport> exchange;
    private final Pause pause;
    private final RandomGenerator random;
    private @Nullable Run run;
    private boolean ended;

    AutomaticSync(Supplier<SyncReport> exchange, Pause pause, RandomGenerator random) {
        this.exchange = exchange;
        this.pause = pause;
        this.random = random;
    }

    void start(Duration interval, Consumer<SyncReport> onExchange, Consumer<SchemaResetException> onFailure) {
        Run started = new Run(interval, onExchange, onFailure);
        stop(replace(started));
        started.thread.start();
    }

    /** Not while a run is stopped, which waits for its thread. */
    private synchronized @Nullable Run replace(@Nullable Run next) {
        if (ended) {
            throw new IllegalStateException("the replication is closed");
        }
        Run before = run;
        run = next;
        return before;
    }

    synchronized boolean isRunning() {
        return run != null && run.thread.isAlive();
    }

    /** For good. */
    void end() {
        Run last;
        synchronized (this) {
            last = run;
            run = null;
            ended = true;
        }
        stop(last);
    }

    private static void stop(@Nullable Run run) {
        if (run != null) {
            run.stop();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** From a start to the next stop. */
    private final class Run implements Runnable {

        private final Duration interval;
        private final Consumer<SyncReport> onExchange;
        private final Consumer<SchemaResetException> onFailure;
        private final Thread thread = new Thread(this, "schemareset-sync");
        private volatile boolean stopped;

        Run(Duration interval, Consumer<SyncReport> onExchange, Consumer<SchemaResetException> onFailure) {
            this.interval = shorter(interval, LONGEST_INTERVAL);
            this.onExchange = onExchange;
            this.onFailure = onFailure;
            thread.setDaemon(true);
        }

        @Override
        public void run() {
            int failures = 0;
            try {
                while (!stopped) {
                    pause.pause(pause(failures));
                    failures = exchanged() ? 0 : failures + 1;
                }
            } catch (InterruptedException e) {
                // Somebody wants this thread to end, and it does.
                Thread.currentThread().interrupt();
            }
        }

        private boolean exchanged() {
            SyncReport report;
            try {
                report = exchange.get();
            } catch (SchemaResetException e) {
                return failed(e);
            } catch (RuntimeException e) {
                return failed(new SyncException(
                        Reason.REJECTED,
                        "An exchange of rows failed: " + e + ".",
                        "what was changed here is kept.",
                        "please report this as a bug of SchemaReset.",
                        e));
            }
            if (report.finished().isPresent() || !report.exchange().equals(Exchange.NONE)) {
                tell(onExchange, report);
            }
            return true;
        }

        /** Who ends an exchange need not be told that it ended. */
        private boolean failed(SchemaResetException e) {
            if (!stopped) {
                tell(onFailure, e);
            }
            return false;
        }

        /** A listener that fails keeps no row from being exchanged. */
        private <T> void tell(Consumer<T> listener, T what) {
            try {
                listener.accept(what);
            } catch (RuntimeException | Error e) {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }

        /** Twice as long after each failure, and not at the same time as all others. */
        private Duration pause(int failures) {
            if (failures == 0) {
                return interval;
            }
            Duration least = shorter(interval, LONGEST_PAUSE);
            Duration longest = shorter(least.multipliedBy(1L << Math.min(failures, 20)), LONGEST_PAUSE);
            long spread = longest.minus(least).toMillis();
            return least.plusMillis(random.nextLong(spread + 1));
        }

        void stop() {
            stopped = true;
            if (Thread.currentThread() == thread) {
                return;
            }
            // Ends the wait for an answer; what became of it, the next exchange finds out.
            thread.interrupt();
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
