package dev.schemareset.turso.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait before another try: as long as the server asks for, or a random while, so that clients do not try together. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private final Clock clock;

    Backoff(RandomGenerator random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /**
     * How long to wait when the server does not say it.
     *
     * @param failed how many tries have failed
     */
    Duration random(int failed) {
        Duration most = shorter(FIRST.multipliedBy(1L << (failed - 1)), LONGEST);
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }

    /** How long the header {@code Retry-After} asks to wait: seconds or a date (RFC 9110, 10.2.3). Empty when it is neither. */
    Optional<Duration> asked(String retryAfter) {
        if (retryAfter.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        try {
            Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter));
            Duration until = Duration.between(clock.instant(), date);
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
