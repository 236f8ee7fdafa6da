package dev.schemareset.examples.benchmark;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoSync;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Measures what it costs an application that its changes are noted for Turso: the same statements on a file that was reset alone, and on
 * one that was reset together with a database on Turso, in turn. That database is reset, too.
 *
 * <pre>{@code
 * TURSO_DATABASE_URL=http://127.0.0.1:8080 mvn -q -pl examples/benchmark -am compile exec:java
 * }</pre>
 */
public final class TriggerCost {

    private static final int ROUNDS = 7;

    private final Handle plain;
    private final Handle noted;
    private final int rows;
    private final PrintStream out;

    private TriggerCost(Handle plain, Handle noted, int rows, PrintStream out) {
        this.plain = plain;
        this.noted = noted;
        this.rows = rows;
        this.out = out;
    }

    /**
     * Measures 100,000 rows in one transaction, and 1,000 in one each.
     *
     * @param arguments none
     * @throws IOException when there is no room for the files
     */
    public static void main(String[] arguments) throws IOException {
        measure(TursoSync.fromEnvironment(), Files.createTempDirectory("benchmark"), 100_000, System.out);
    }

    static void measure(TursoSync turso, Path directory, int rows, PrintStream out) {
        SchemaReset models = SchemaReset.forPackage("dev.schemareset.examples.benchmark.model");
        SchemaReset plain = models.database(directory.resolve("plain.db"));
        SchemaReset noted = models.database(directory.resolve("noted.db")).syncTo(turso);
        plain.apply(Confirm.YES);
        noted.apply(Confirm.YES);
        try (Handle plainHandle = plain.jdbi().open();
                Handle notedHandle = noted.jdbi().open()) {
            TriggerCost cost = new TriggerCost(plainHandle, notedHandle, rows, out);
            cost.measure("entries");
            cost.measure("accounts");
        }
    }

    /** A transaction for each statement. */
    private record Work(String name, int rows, List<String> statements) {}

    /** What it costs that the changes of one piece of work are noted. */
    private record Cost(double ratio, double microsecondsPerRow) {}

    private void measure(String table) {
        String numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows + ") ";
        List<String> inserts = IntStream.range(0, Math.max(1, rows / 100))
                .mapToObj(i -> "INSERT INTO " + table + " VALUES (" + i + ", 'name " + i + "', " + i + ")")
                .toList();
        List<Work> works = List.of(
                new Work(
                        "insert",
                        rows,
                        List.of("INSERT INTO " + table + " " + numbers + "SELECT i, 'name ' || i, i FROM n")),
                new Work("update", rows, List.of("UPDATE " + table + " SET number = number + 1")),
                new Work("delete", rows, List.of("DELETE FROM " + table)),
                new Work("insert one by one", inserts.size(), inserts));
        Map<Work, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Work work : works) {
                double without = nanos(plain, work);
                double with = nanos(noted, work);
                costs.computeIfAbsent(work, w -> new ArrayList<>())
                        .add(new Cost(with / without, (with - without) / work.rows() / 1000));
            }
            plain.execute("DELETE FROM " + table);
            noted.execute("DELETE FROM " + table);
            noted.execute("DELETE FROM _sync_log");
        }
        costs.forEach((work, measured) -> out.printf(
                Locale.ROOT,
                "%-8s %-17s takes %.1f times as long, %.1f microseconds more for a row%n",
                table,
                work.name(),
                median(measured, Cost::ratio),
                median(measured, Cost::microsecondsPerRow)));
    }

    private static long nanos(Handle handle, Work work) {
        long start = System.nanoTime();
        work.statements().forEach(handle::execute);
        return System.nanoTime() - start;
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return costs.stream()
                .mapToDouble(part)
                .sorted()
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
