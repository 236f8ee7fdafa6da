package dev.schemareset.examples.world;

import static java.util.stream.Collectors.joining;

import dev.schemareset.Confirm;
import dev.schemareset.DatabaseInfo;
import dev.schemareset.Migration;
import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
import dev.schemareset.UndoReport;
import dev.schemareset.examples.world.WorldQueries.Count;
import dev.schemareset.examples.world.model.Country;
import dev.schemareset.examples.world.model.DataImport;
import dev.schemareset.examples.world.model.ZoneTransition;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The whole story: generate, apply, fill, query, change a model, apply again, undo. The argument is the directory to work in,
 * by default {@code target/world}.
 */
public final class World {

    static final String MODELS = "dev.schemareset.examples.world.model";

    private final Path directory;
    private final PrintStream out;
    private final WorldData data = WorldData.fromJdk();

    private World(Path directory, PrintStream out) {
        this.directory = directory;
        this.out = out;
    }

    /**
     * Runs the example.
     *
     * @param args optionally the directory to work in
     * @throws IOException when the directory cannot be created
     */
    public static void main(String[] args) throws IOException {
        Path directory = args.length > 0 ? Path.of(args[0]) : Path.of("target", "world");
        // SchemaReset creates the database, not the directory around it.
        Files.createDirectories(directory);
        new World(directory, System.out).run();
    }

    private void run() {
        SchemaReset world = in(directory, SchemaReset.forPackage(MODELS));
        heading("1. Generate: the SQL goes to a file, nothing else happens");
        print(summary(world.generate()));

        heading("2. Apply: drop everything, create it again");
        print(world.apply(Confirm.YES));

        heading("3. Fill: one transaction, a prepared batch for each table");
        fill(() -> WorldWriter.write(world.jdbi(), data));
        print(world.info());

        heading("4. Query: rows are records again");
        query(new WorldQueries(world.jdbi()));

        SchemaReset changed = in(directory, ChangedWorld.reset());
        heading("5. Change a record: Country.name becomes englishName, firstDayOfWeek is new");
        print(summary(changed.generate()));
        print(changed.verify());

        heading("6. Apply again, and fill again: a reset keeps no row");
        ResetReport report = applyAgain(changed);

        heading("7. Undo: what was dropped comes back, and the undo can be undone");
        UndoReport back = report.undo().orElseThrow().restore(Confirm.YES);
        print(summary(back));
        print(world.verify());
        print(summary(back.undo().orElseThrow().restore(Confirm.YES)));
        print(changed.verify());
    }

    static SchemaReset in(Path directory, SchemaReset reset) {
        return reset.database(directory.resolve("world.db"))
                .migrationsDirectory(directory.resolve("migrations"))
                .backups(directory.resolve("backups"), 2);
    }

    private static String summary(UndoReport report) {
        return "From    " + report.backup().file()
                + "\nDropped " + report.plan().found().summary()
                + "\nBack    " + report.plan().expected().summary();
    }

    private static String summary(Migration migration) {
        return "File    " + migration.path()
                + "\nDrops   " + migration.plan().found().summary()
                + "\nCreates " + migration.plan().expected().summary();
    }

    private void fill(Supplier<DataImport> writing) {
        long start = System.nanoTime();
        DataImport written = writing.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        print(String.format(
                Locale.ROOT,
                "Wrote %,d rows in %.1f s, from Java %s with time zone rules %s\n",
                written.rowCount(),
                seconds,
                written.javaVersion(),
                written.zoneRulesVersion()));
    }

    private void query(WorldQueries queries) {
        printAnswer(
                "Who pays with the euro? The first ten:",
                queries.countriesWithCurrency("EUR", 10).stream().map(Country::name));
        printCounts("Which currencies are shared most?", queries.mostSharedCurrencies(3));
        printCounts("Where are the most languages at home?", queries.mostMultilingualCountries(3));
        printCounts("Which clocks of Europe change most often?", queries.mostRestlessZonesOfEurope(3));
        printCounts("When do clocks change?", queries.transitionsByCentury());
        print("Who changed the clocks first?");
        queries.oldestTransitions(4).forEach(this::printTransition);
    }

    private ResetReport applyAgain(SchemaReset changed) {
        ResetReport report = changed.apply(Confirm.YES);
        print("Dropped " + report.plan().found().summary());
        print("Created " + report.plan().expected().summary());
        fill(() -> WorldWriter.writeChanged(changed.jdbi(), data));
        DatabaseInfo info = changed.info();
        print("Holds   " + info.database().inventory().summary());
        print(changed.verify());
        printCounts("When does the week begin?", new WorldQueries(changed.jdbi()).countriesByFirstDayOfWeek());
        return report;
    }

    private void heading(String text) {
        print("\n" + text + "\n" + "-".repeat(text.length()));
    }

    private void printTransition(ZoneTransition transition) {
        print(String.format(
                Locale.ROOT,
                "  %s  %-20s %+d s -> %+d s",
                transition.occurredAt(),
                transition.zoneId(),
                transition.offsetBeforeSeconds(),
                transition.offsetAfterSeconds()));
    }

    private void printCounts(String question, List<Count> counts) {
        printAnswer(
                question,
                counts.stream().map(count -> String.format(Locale.ROOT, "%s (%,d)", count.name(), count.number())));
    }

    private void printAnswer(String question, Stream<String> answers) {
        print(question + "\n  " + answers.collect(joining(", ")));
    }

    private void print(Object text) {
        out.println(text);
    }
}
