package dev.schemareset.turso.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When a call must have ended, with all its tries and the waits between them. Begins when it is made. */
final class Deadline {

    private final Duration timeout;
    private final LongSupplier nanos;
    private final long start;

    /**
     * Begins.
     *
     * @param nanos tells the time, as {@link System#nanoTime()} does
     */
    Deadline(Duration timeout, LongSupplier nanos) {
        this.timeout = timeout;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** The earlier of this one and so long from now. */
    Deadline within(Duration longest) {
        Duration left = left();
        return new Deadline(left.compareTo(longest) < 0 ? left : longest, nanos);
    }

    /** How much of it is left; never negative. */
    Duration left() {
        Duration left = timeout.minusNanos(nanos.getAsLong() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether something is left after a pause. */
    boolean outlasts(Duration pause) {
        return left().compareTo(pause) > 0;
    }

    /** How long the call may take in all, e.g. {@code 30 s}. */
    @Override
    public String toString() {
        return inWords(timeout);
    }

    /** A duration as a person reads it: in seconds, or in milliseconds where it is none of whole seconds. */
    static String inWords(Duration duration) {
        return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
