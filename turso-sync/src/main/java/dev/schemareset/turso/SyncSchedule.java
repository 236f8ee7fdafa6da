package dev.schemareset.turso;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Decides when rows are synced automatically: some time after the last sync, soon after a local write, or at once when it is woken. After
 * failures only time counts, longer each time. It is told what happened and what time it is, in nanoseconds as {@link System#nanoTime()}
 * counts them. Safe for use by several threads.
 */
final class SyncSchedule {

    /** Writes that follow each other so closely are sent together. */
    private static final Duration QUIET = Duration.ofMillis(20);

    /** Writes that never end are sent meanwhile. */
    private static final Duration LONGEST_UNQUIET = Duration.ofMillis(200);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** What is longer may be more nanoseconds than a number holds. */
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(36_500);

    private final Duration interval;
    private final RandomGenerator random;
    private long next;
    private int failures;
    private boolean woken;
    private boolean written;
    private long firstWrite;
    private long lastWrite;

    /** What is to be done. */
    enum Due {
        /** Nothing yet. */
        NOTHING,
        /** Something was written here: a sync, if there are rows to be sent. */
        WRITES,
        /** A sync. */
        SYNC
    }

    SyncSchedule(Duration interval, RandomGenerator random, long now) {
        this.interval = shorter(interval, LONGEST_INTERVAL);
        this.random = random;
        succeeded(now);
    }

    /** What is to be done now. Whoever asks does it, so that what was written before counts as done. */
    synchronized Due due(long now) {
        if (woken || now - next >= 0) {
            woken = false;
            written = false;
            return Due.SYNC;
        }
        if (written && (isPast(lastWrite, QUIET, now) || isPast(firstWrite, LONGEST_UNQUIET, now))) {
            written = false;
            return Due.WRITES;
        }
        return Due.NOTHING;
    }

    private static boolean isPast(long since, Duration wait, long now) {
        return now - since >= wait.toNanos();
    }

    /** How long nothing is due but for writes and a call to wake; never negative. */
    synchronized Duration untilNext(long now) {
        return woken || now - next >= 0 ? Duration.ZERO : Duration.ofNanos(next - now);
    }

    /** Whether a write would change anything: while a remote cannot be reached, it does not. */
    synchronized boolean heedsWrites() {
        return failures == 0;
    }

    /** Something was written here. */
    synchronized void wrote(long now) {
        if (!written) {
            firstWrite = now;
        }
        written = true;
        lastWrite = now;
    }

    /** Somebody wants a sync now. */
    synchronized void wake() {
        woken = true;
    }

    /** Somebody else has reached the remote, which ends the wait after failures. It may have pulled nothing, so that no pull is put off. */
    synchronized void reached(long now) {
        if (failures > 0) {
            succeeded(now);
        }
    }

    /** An automatic sync succeeded. */
    synchronized void succeeded(long now) {
        failures = 0;
        long longest = interval.toNanos();
        // Instances that were started together do not stay together.
        next = now + longest - random.nextLong(longest / 2 + 1);
    }

    /** An automatic sync failed: the next comes twice as late as the last, and not at the same time as all others. */
    synchronized void failed(long now) {
        failures++;
        written = false;
        Duration least = shorter(interval, LONGEST_PAUSE);
        Duration longest = shorter(least.multipliedBy(1L << Math.min(failures, 20)), LONGEST_PAUSE);
        next = now + least.toNanos() + random.nextLong(longest.minus(least).toNanos() + 1);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
