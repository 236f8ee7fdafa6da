package dev.schemareset.turso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a client waits. */
class BackoffTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    /** Always the longest while. */
    static final Random LONGEST = new Random() {

        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @ParameterizedTest
    @CsvSource({"1, 250", "2, 500", "3, 1000", "4, 2000", "7, 16000", "8, 30000", "20, 30000"})
    void longestWhile(int failed, long milliseconds) {
        assertThat(new Backoff(LONGEST, CLOCK).random(failed)).hasMillis(milliseconds);
    }

    /** Full jitter: any while up to the longest is as likely. */
    @Test
    void anyWhileUpToTheLongest() {
        Backoff backoff = new Backoff(new Random(1), CLOCK);
        long sum = 0;
        for (int round = 0; round < 10_000; round++) {
            Duration pause = backoff.random(4);
            assertThat(pause).isBetween(Duration.ZERO, Duration.ofSeconds(2));
            sum += pause.toMillis();
        }
        assertThat(sum / 10_000).isBetween(950L, 1_050L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0
            3 | 3000
            31 | 31000
            999999999 | 999999999000
            Fri, 02 Jan 2026 03:04:12 GMT | 7000
            Fri, 02 Jan 2026 03:04:05 GMT | 0
            Fri, 02 Jan 2026 03:00:00 GMT | 0
            Fri, 02 Jan 2026 04:04:05 GMT | 3600000
            """)
    void whileThatTheServerAsksFor(String retryAfter, long milliseconds) {
        assertThat(new Backoff(LONGEST, CLOCK).asked(retryAfter)).contains(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "-1", "1.5", "soon", ""})
    void noWhileThatCanBeRead(String retryAfter) {
        assertThat(new Backoff(LONGEST, CLOCK).asked(retryAfter)).isEmpty();
    }
}
