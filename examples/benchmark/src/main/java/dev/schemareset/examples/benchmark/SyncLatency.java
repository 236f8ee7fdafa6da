package dev.schemareset.examples.benchmark;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/**
 * Measures how long it takes from a write until another instance sees it, while both sync automatically at an interval. Writes come at
 * random, so that none favours an instant of the interval. The database on Turso is reset.
 *
 * <pre>{@code
 * TURSO_DATABASE_URL=http://127.0.0.1:8080 mvn -q -pl examples/benchmark -am compile exec:java \
 *     -Dexec.mainClass=dev.schemareset.examples.benchmark.SyncLatency
 * }</pre>
 */
public final class SyncLatency {

    private final Handle writer;
    private final Handle reader;
    private final Random random = new Random(1);
    private int written;

    private SyncLatency(Handle writer, Handle reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Measures 40 writes at each of three intervals, the shortest first.
     *
     * @param arguments none
     * @throws IOException when there is no room for the files
     * @throws InterruptedException when somebody wants this to stop
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Duration> intervals = List.of(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1));
        measure(TursoSync.fromEnvironment(), Files.createTempDirectory("benchmark"), intervals, 40, System.out);
    }

    static void measure(TursoSync turso, Path directory, List<Duration> intervals, int writes, PrintStream out)
            throws InterruptedException {
        SchemaReset models = SchemaReset.forPackage("dev.schemareset.examples.benchmark.model");
        SchemaReset here = models.database(directory.resolve("writer.db"));
        SchemaReset there = models.database(directory.resolve("reader.db"));
        here.syncTo(turso).apply(Confirm.YES);
        try (TursoReplication writing = turso.replicate(here);
                TursoReplication reading = turso.replicate(there);
                Handle writer = here.jdbi().open();
                Handle reader = there.jdbi().open()) {
            SyncLatency latency = new SyncLatency(writer, reader);
            for (Duration interval : intervals) {
                writing.syncAutomatically(interval);
                reading.syncAutomatically(interval);
                double[] milliseconds = new double[writes];
                for (int i = 0; i < writes; i++) {
                    milliseconds[i] = latency.once(interval);
                }
                Arrays.sort(milliseconds);
                out.printf(
                        Locale.ROOT,
                        "every %d ms: a write is seen after %.0f ms, nine of ten after %.0f ms%n",
                        interval.toMillis(),
                        milliseconds[writes / 2],
                        milliseconds[writes * 9 / 10]);
            }
        }
    }

    /** Writes at any instant of some intervals, and looks until the other instance has the row. */
    private double once(Duration interval) throws InterruptedException {
        Thread.sleep(random.nextLong(4 * interval.toMillis() + 1));
        writer.execute("INSERT INTO entries VALUES (?, 'seen', 0)", ++written);
        long start = System.nanoTime();
        while (reader.select("SELECT 1 FROM entries WHERE id = ?", written)
                .mapTo(Integer.class)
                .findOne()
                .isEmpty()) {
            Thread.sleep(1);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
