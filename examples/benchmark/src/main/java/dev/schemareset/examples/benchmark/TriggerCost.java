package dev.schemareset.examples.benchmark;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoSync;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
     * Measures 100,000 rows a transaction.
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

    private void measure(String table) {
        String numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows + ") ";
        List<String> works = List.of(
                "INSERT INTO " + table + " " + numbers + "SELECT i, 'name ' || i, i FROM n",
                "UPDATE " + table + " SET number = number + 1",
                "DELETE FROM " + table);
        List<List<Double>> ratios = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<List<Double>> costs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < works.size(); i++) {
                double without = nanos(plain, works.get(i));
                double with = nanos(noted, works.get(i));
                ratios.get(i).add(with / without);
                costs.get(i).add((with - without) / rows / 1000);
            }
            noted.execute("DELETE FROM _sync_log");
        }
        for (int i = 0; i < works.size(); i++) {
            out.printf(
                    Locale.ROOT,
                    "%-8s %-6s takes %.1f times as long, %.1f microseconds more for a row%n",
                    table,
                    works.get(i).replaceFirst(" .*", "").toLowerCase(Locale.ROOT),
                    median(ratios.get(i)),
                    median(costs.get(i)));
        }
    }

    private static long nanos(Handle handle, String statement) {
        long start = System.nanoTime();
        handle.execute(statement);
        return System.nanoTime() - start;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
