package dev.schemareset.kill;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.kill.Hit.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that resets a database and undoes it, again and again, is killed at random instants: what it leaves behind is one of the
 * two databases, complete, and nothing that was in the other is lost.
 *
 * <p>{@code -Dkills=N} kills as many; {@code -Dkills.first=SEED} begins with that seed.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 200);
    private static final int FIRST = Integer.getInteger("kills.first", 1);
    private static final int VICTIMS_AT_ONCE = 3;

    /** Of fewer, chance alone may put none where it matters. */
    private static final int ENOUGH = 200;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @Test
    @Timeout(value = 60, unit = MINUTES)
    void killedProcessLeavesTheOldDatabaseOrTheNewOne() throws Exception {
        Tally tally = new Tally(hits());

        System.out.println("Seeds " + FIRST + " to " + (FIRST + KILLS - 1) + ": " + tally);
        if (KILLS >= ENOUGH) {
            for (Journal journal : Journal.values()) {
                requireHits(tally, journal, Step.APPLY, Place.TRANSACTION);
                requireHits(tally, journal, Step.APPLY, Place.BACKUP);
                requireHits(tally, journal, Step.UNDO, Place.TRANSACTION);
            }
        }
    }

    private List<Hit> hits() throws IOException, InterruptedException, ExecutionException {
        Expected expected = Expected.in(directory);
        List<Kill> kills = IntStream.range(FIRST, FIRST + KILLS)
                .mapToObj(seed -> new Kill(seed, directory, expected))
                .toList();
        ExecutorService killers = Executors.newFixedThreadPool(VICTIMS_AT_ONCE);
        try {
            List<Hit> hits = new ArrayList<>();
            for (Future<Hit> hit : killers.invokeAll(kills)) {
                hits.add(hit.get());
            }
            return hits;
        } finally {
            killers.shutdownNow();
        }
    }

    private static void requireHits(Tally tally, Journal journal, Step step, Place place) {
        assertThat(tally.count(hit -> hit.journal() == journal && hit.step() == step && hit.place() == place))
                .as("kills in the %s of %s, journal mode %s, of %s", place, step, journal, tally)
                .isPositive();
    }
}
