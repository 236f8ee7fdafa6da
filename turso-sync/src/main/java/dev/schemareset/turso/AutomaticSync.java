package dev.schemareset.turso;

import dev.schemareset.SyncReport;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.spi.Exchange;
import dev.schemareset.turso.SyncSchedule.Due;
import dev.schemareset.turso.http.HranaClient.Pause;
import dev.schemareset.turso.watch.LocalWrites;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Syncs rows again and again, on a thread of its own that keeps no JVM alive. Every few milliseconds the thread looks whether something was
 * written here, and does what its schedule says.
 */
final class AutomaticSync {

    /** Between two looks: measured to take one percent of a core. */
    private static final Duration TICK = Duration.ofMillis(10);

    private final Work work;
    private final Pause pause;
    private final RandomGenerator random;
    private final LongSupplier nanos;
    private @Nullable Run run;
    private boolean ended;

    /** What it does, and looks at. */
    interface Work {

        /** Syncs rows. */
        SyncReport sync();

        /** Whether there are rows to be sent. Asks the local file alone. */
        boolean isUnsent();

        /** Begins to watch the local file. */
        LocalWrites watch();
    }

    /**
     * One that does nothing yet.
     *
     * @param nanos tells the time, as {@link System#nanoTime()} does
     */
    AutomaticSync(Work work, Pause pause, RandomGenerator random, LongSupplier nanos) {
        this.work = work;
        this.pause = pause;
        this.random = random;
        this.nanos = nanos;
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

    /** Somebody wants a sync now. */
    synchronized void wake() {
        if (run != null) {
            run.schedule.wake();
        }
    }

    /** A sync, a push or a pull succeeded. */
    synchronized void succeeded() {
        if (run != null) {
            run.schedule.reached(nanos.getAsLong());
        }
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

    /** From a start to the next stop. */
    private final class Run implements Runnable {

        private final SyncSchedule schedule;
        private final Consumer<SyncReport> onExchange;
        private final Consumer<SchemaResetException> onFailure;
        private final Thread thread = new Thread(this, "schemareset-sync");
        private volatile boolean stopped;

        Run(Duration interval, Consumer<SyncReport> onExchange, Consumer<SchemaResetException> onFailure) {
            this.schedule = new SyncSchedule(interval, random, nanos.getAsLong());
            this.onExchange = onExchange;
            this.onFailure = onFailure;
            thread.setDaemon(true);
        }

        @Override
        public void run() {
            try (LocalWrites writes = work.watch()) {
                while (!stopped) {
                    Duration untilNext = schedule.untilNext(nanos.getAsLong());
                    pause.pause(untilNext.compareTo(TICK) < 0 ? untilNext : TICK);
                    look(writes);
                }
            } catch (InterruptedException e) {
                // Somebody wants this thread to end, and it does.
                Thread.currentThread().interrupt();
            }
        }

        private void look(LocalWrites writes) {
            if (schedule.heedsWrites() && writes.happened()) {
                schedule.wrote(nanos.getAsLong());
            }
            Due due = schedule.due(nanos.getAsLong());
            // What was fetched is a write, too, but leaves nothing to be sent.
            if (due == Due.SYNC || (due == Due.WRITES && work.isUnsent())) {
                sync();
            }
        }

        private void sync() {
            SyncReport report;
            try {
                report = work.sync();
            } catch (SchemaResetException e) {
                failed(e);
                return;
            } catch (RuntimeException e) {
                failed(new SyncException(
                        Reason.REJECTED,
                        "An exchange of rows failed: " + e + ".",
                        "what was changed here is kept.",
                        "please report this as a bug of SchemaReset.",
                        e));
                return;
            }
            schedule.succeeded(nanos.getAsLong());
            if (report.finished().isPresent() || !report.exchange().equals(Exchange.NONE)) {
                tell(onExchange, report);
            }
        }

        /** Who ends an exchange need not be told that it ended. */
        private void failed(SchemaResetException e) {
            schedule.failed(nanos.getAsLong());
            if (!stopped) {
                tell(onFailure, e);
            }
        }

        /** A listener that fails keeps no row from being exchanged. */
        private <T> void tell(Consumer<T> listener, T what) {
            try {
                listener.accept(what);
            } catch (RuntimeException | Error e) {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
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
