package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.SyncSchedule.Due;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When rows are synced. Times are milliseconds. */
class SyncScheduleTest {

    /** Always the least. */
    static final Random ZERO = random(bound -> 0);

    /** Always the most. */
    private static final Random MOST = random(bound -> bound - 1);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Random random(LongUnaryOperator choice) {
        return new Random() {

            private static final long serialVersionUID = 1L;

            @Override
            public long nextLong(long bound) {
                return choice.applyAsLong(bound);
            }
        };
    }

    /** Times may be those of a counter that is about to overflow. */
    private static final long START = Long.MAX_VALUE - Duration.ofMillis(500).toNanos();

    private static long at(long millis) {
        return START + Duration.ofMillis(millis).toNanos();
    }

    private static SyncSchedule every(Duration interval, Random random) {
        return new SyncSchedule(interval, random, at(0));
    }

    @Test
    void afterHalfAnIntervalToAWholeOne() {
        SyncSchedule latest = every(SECOND, ZERO);
        assertThat(latest.due(at(999))).isEqualTo(Due.NOTHING);
        assertThat(latest.untilNext(at(999))).hasMillis(1);
        assertThat(latest.due(at(1_000))).isEqualTo(Due.SYNC);

        SyncSchedule earliest = every(SECOND, MOST);
        assertThat(earliest.due(at(499))).isEqualTo(Due.NOTHING);
        assertThat(earliest.due(at(500))).isEqualTo(Due.SYNC);
        assertThat(earliest.untilNext(at(501))).isZero();
    }

    @Test
    void onceNothingWasWrittenForTwentyMilliseconds() {
        SyncSchedule schedule = every(SECOND, ZERO);
        for (long millis : List.of(100, 115, 130)) {
            schedule.wrote(at(millis));
            assertThat(schedule.due(at(millis + 14))).isEqualTo(Due.NOTHING);
        }

        assertThat(schedule.due(at(149))).isEqualTo(Due.NOTHING);
        assertThat(schedule.due(at(150))).isEqualTo(Due.WRITES);
        assertThat(schedule.due(at(151))).isEqualTo(Due.NOTHING);
    }

    @Test
    void whileWritesNeverEndEachTwoHundredMilliseconds() {
        SyncSchedule schedule = every(SECOND, ZERO);
        List<Long> due = new ArrayList<>();
        for (long millis = 10; millis < 700; millis += 10) {
            schedule.wrote(at(millis));
            if (schedule.due(at(millis)) == Due.WRITES) {
                due.add(millis);
            }
        }

        assertThat(due).containsExactly(210L, 420L, 630L);
    }

    /** What was written before a sync goes with it. */
    @Test
    void writeJustBeforeASyncNeedsNoOther() {
        SyncSchedule schedule = every(SECOND, ZERO);
        schedule.wrote(at(999));

        assertThat(schedule.due(at(1_000))).isEqualTo(Due.SYNC);
        schedule.succeeded(at(1_005));
        assertThat(schedule.due(at(1_100))).isEqualTo(Due.NOTHING);
    }

    /** What was written during it may not have. */
    @Test
    void writeDuringASyncNeedsAnother() {
        SyncSchedule schedule = every(SECOND, ZERO);
        assertThat(schedule.due(at(1_000))).isEqualTo(Due.SYNC);
        schedule.wrote(at(1_003));
        schedule.succeeded(at(1_005));

        assertThat(schedule.due(at(1_023))).isEqualTo(Due.WRITES);
    }

    @Test
    void onceWhenWoken() {
        SyncSchedule schedule = every(SECOND, ZERO);
        schedule.wake();

        assertThat(schedule.untilNext(at(1))).isZero();
        assertThat(schedule.due(at(1))).isEqualTo(Due.SYNC);
        assertThat(schedule.due(at(2))).isEqualTo(Due.NOTHING);
    }

    @Test
    void twiceAsLongAfterEachFailureButNotMoreThanFiveMinutes() {
        assertThat(secondsAfterFailures(every(SECOND, MOST), 11))
                .containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L);
    }

    @Test
    void neverSoonerThanTheInterval() {
        assertThat(secondsAfterFailures(every(SECOND, ZERO), 3)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void intervalThatIsLongerThanAnyProcess() {
        SyncSchedule schedule = every(Duration.ofSeconds(Long.MAX_VALUE), ZERO);

        assertThat(schedule.untilNext(at(0))).hasDays(36_500);
        assertThat(secondsAfterFailures(schedule, 1)).containsExactly(300L);
    }

    private static List<Long> secondsAfterFailures(SyncSchedule schedule, int failures) {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < failures; i++) {
            schedule.failed(at(0));
            seconds.add(schedule.untilNext(at(0)).toSeconds());
        }
        return seconds;
    }

    /** While it fails, writes do not count; any success ends that. */
    @Test
    void whoPushesOftenByHandPutsNoPullOff() {
        SyncSchedule schedule = every(SECOND, ZERO);

        schedule.reached(at(400));
        schedule.reached(at(900));

        assertThat(schedule.due(at(1_000))).isEqualTo(Due.SYNC);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void anySuccessEndsTheBackOff(int failures) {
        SyncSchedule schedule = every(SECOND, ZERO);
        schedule.wrote(at(10));
        secondsAfterFailures(schedule, failures);
        assertThat(schedule.heedsWrites()).isFalse();
        assertThat(schedule.due(at(500))).isEqualTo(Due.NOTHING);

        schedule.reached(at(600));

        assertThat(schedule.heedsWrites()).isTrue();
        assertThat(schedule.untilNext(at(600))).hasSeconds(1);
        schedule.failed(at(600));
        assertThat(schedule.untilNext(at(600))).hasSeconds(1);
    }
}
