package dev.schemareset.turso.convergence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

/** Is set right, or wrong, by days whenever somebody looks. */
final class LeapingClock extends Clock {

    private static final Instant MIDDLE = Instant.parse("2024-02-29T12:00:00Z");
    private static final int DAYS = 400;

    private final Random random;

    LeapingClock(Random random) {
        this.random = random;
    }

    @Override
    public Instant instant() {
        return MIDDLE.plus(Duration.ofDays(random.nextInt(-DAYS, DAYS)));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
