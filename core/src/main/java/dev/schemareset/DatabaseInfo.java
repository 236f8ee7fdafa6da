package dev.schemareset;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Advice;
import dev.schemareset.model.ModelPackages;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Difference;
import dev.schemareset.plan.Inspection;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Stamp;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A database beside the models it is made from, as both are now. {@link #toString()} shows it as a table.
 *
 * @param database what reading the database told
 * @param expected what the models ask for
 * @param models what was scanned: the packages or the classes
 * @param packages the packages of the models, which tell whether a database is that of another application
 * @param recordsWithoutTable the records in the scanned packages that make no table, because they carry no
 *     {@code @Table}
 * @param advice what is legal in the models and probably not meant
 * @param remote the remote; empty when the database is local only
 */
public record DatabaseInfo(
        Inspection database,
        Inventory expected,
        String models,
        ModelPackages packages,
        List<String> recordsWithoutTable,
        List<Advice> advice,
        Optional<RemoteInfo> remote) {

    /** Copies the lists, so that the information cannot change. */
    public DatabaseInfo {
        recordsWithoutTable = List.copyOf(recordsWithoutTable);
        advice = List.copyOf(advice);
    }

    /**
     * The tables in the database.
     *
     * @return ordinary, virtual and shadow tables with the number of their rows, ordered by name
     */
    public List<DatabaseObject> tables() {
        return tables(database.inventory());
    }

    private static List<DatabaseObject> tables(Inventory found) {
        return found.objects().stream()
                .filter(object -> object.kind().holdsRows())
                .sorted(Comparator.comparing(table -> table.name().folded()))
                .toList();
    }

    /**
     * How the database differs from the models.
     *
     * @return what is missing, changed or not in the models; empty when both agree
     */
    public List<Difference> differences() {
        return database.inventory().differencesFrom(expected);
    }

    /**
     * The information as text for people.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(text, "Database", database.name());
        if (database.exists()) {
            line(text, "Size", String.format(Locale.ROOT, "%,d bytes", database.bytes()));
            line(text, "SQLite", database.sqliteVersion() + ", journal mode " + database.journalMode());
        } else {
            line(text, "Size", "does not exist yet: apply(Confirm.YES) creates it");
        }
        database.notes().forEach(note -> line(text, "Note", note));
        line(text, "Models", expected.summary() + " from " + models);
        line(text, "Schema", agreement());
        if (database.exists()) {
            line(text, "Stamp", stamp(database.inventory()));
        }
        database.inventory().protection().ifPresent(lock -> line(text, "Protected", lock.toString()));
        line(text, "Sync", remote.map(DatabaseInfo::target).orElseGet(() -> unasked(database.inventory())));
        remote.ifPresent(there -> appendRemote(text, there));
        recordsWithoutTable.forEach(record -> line(text, "No @Table", record));
        advice.forEach(each -> line(text, "Advice", each.toString()));
        appendTables(text, "Table", tables());
        remote.flatMap(RemoteInfo::seen)
                .ifPresent(seen -> appendTables(text, "Remote table", tables(seen.inventory())));
        return text.toString().stripTrailing();
    }

    private static String unasked(Inventory found) {
        return found.sync()
                .flatMap(sync -> sync.remote()
                        .map(remote -> "not checked; this database "
                                + (sync.awaited().isPresent()
                                        ? "was reset, and " + remote + " must follow: syncTo(...) and sync() do it"
                                        : "was reset together with " + remote)))
                .orElse("none: this database is local only");
    }

    private static String target(RemoteInfo there) {
        return there.name() + there.seen().map(seen -> ", " + seen.server()).orElse("");
    }

    private void appendRemote(StringBuilder text, RemoteInfo there) {
        line(
                text,
                "Remote",
                there.agreement(database.inventory(), packages, !differences().isEmpty()));
        there.seen().ifPresent(seen -> {
            line(text, "  Stamp", stamp(seen.inventory()));
            seen.inventory().protection().ifPresent(lock -> line(text, "  Lock", lock.toString()));
        });
    }

    private String stamp(Inventory found) {
        return found.stamp().map(Stamp::toString).orElse("none")
                + found.foreignTo(packages)
                        .map(why -> ": " + why + ", and only YES_DROP_FOREIGN_TABLES resets it")
                        .orElseGet(() -> found.stamp()
                                .flatMap(Stamp::packages)
                                .map(made -> ", from models in " + made)
                                .orElse(": there is no table"));
    }

    private String agreement() {
        List<Difference> differences = differences();
        return differences.isEmpty()
                ? "agrees with the models"
                : differences.stream()
                        .map(Difference::headline)
                        .collect(joining("\n    ", "differs from the models\n    ", ""));
    }

    private static void appendTables(StringBuilder text, String title, List<DatabaseObject> tables) {
        if (!tables.isEmpty()) {
            int widest = tables.stream()
                    .mapToInt(table -> table.name().value().length())
                    .max()
                    .getAsInt();
            String row = "%-" + Math.max(widest, title.length()) + "s  %10s\n";
            text.append('\n').append(String.format(Locale.ROOT, row, title, "Rows"));
            tables.forEach(table -> text.append(String.format(Locale.ROOT, row, table.name(), rows(table))));
        }
    }

    private static String rows(DatabaseObject table) {
        return table.rows().isPresent()
                ? String.format(Locale.ROOT, "%,d", table.rows().getAsLong())
                : "unknown";
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format(Locale.ROOT, "%-10s  %s\n", label, value));
    }
}
