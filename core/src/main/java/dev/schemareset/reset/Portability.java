package dev.schemareset.reset;

import static java.util.stream.Collectors.joining;

import dev.schemareset.check.Limits;
import dev.schemareset.ddl.Planner;
import dev.schemareset.error.Problem;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.spi.Refusal;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.RemoteInspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a remote database judge whether it can hold a schema: a dry run of its whole reset, rolled back. */
final class Portability {

    private final RemoteDatabase database;
    private final String epoch;
    private final List<Problem> problems = new ArrayList<>();

    private Portability(RemoteDatabase database, String epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /** Fails when it cannot, with every table and index that it refuses. */
    static void require(RemoteDatabase database, Schema schema, String epoch) {
        Portability portability = new Portability(database, epoch);
        portability.refuseReservedNames(schema);
        portability.refuseTablesWithoutKey(schema);
        portability.refuseTablesTooWide(schema);
        Optional<Schema> left = Optional.of(withKeys(schema));
        while (left.isPresent()) {
            left = portability.tryWithoutTheRefused(left.get());
        }
        if (!portability.problems.isEmpty()) {
            throw portability.unportable();
        }
    }

    private void refuseReservedNames(Schema schema) {
        Planner.plan(Inventory.EMPTY, schema).expected().objects().stream()
                .filter(object -> database.isReserved(object.name()))
                .forEach(object -> problems.add(new Problem(
                        "The " + object.label(),
                        "the server reserves names that begin like this, and could not drop it again.",
                        "choose another name.")));
    }

    /** Two instances would both insert what SQLite calls row 1; and of a key that may be anything, not all servers agree what is equal. */
    private void refuseTablesWithoutKey(Schema schema) {
        for (Table table : schema.tables()) {
            String where = "Table " + table.name() + " holds " + table.model();
            if (table.primaryKey().isEmpty()) {
                problems.add(new Problem(
                        where,
                        "it has no primary key, so its local and remote rows cannot be matched.",
                        "write @PrimaryKey on a component."));
            } else if (!hasTypedKey(table)) {
                problems.add(new Problem(
                        where,
                        "its primary key may be of any type, and not all servers agree which values of different types are equal.",
                        "choose another type for the key than ANY."));
            }
        }
    }

    /** A row is fetched in one result, together with its key and what tells the signs of infinite numbers in both. */
    private void refuseTablesTooWide(Schema schema) {
        for (Table table : schema.tables()) {
            long most = Limits.COLUMNS
                    - 2
                    - table.primaryKey().stream()
                            .mapToLong(key -> key.columns().size())
                            .sum();
            long columns = table.columns().stream()
                    .filter(column -> column.generated().isEmpty())
                    .count();
            if (columns > most) {
                problems.add(new Problem(
                        "Table " + table.name() + " holds " + table.model(),
                        "of its " + columns + " columns, no more than " + most + " can be exchanged with their key.",
                        "divide it into several tables."));
            }
        }
    }

    private static boolean hasTypedKey(Table table) {
        return table.primaryKey().stream()
                .flatMap(key -> key.columns().stream())
                .flatMap(name -> table.column(name).stream())
                .noneMatch(column -> column.type().name().equalsIgnoreCase("ANY"));
    }

    private static Schema withKeys(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .filter(table -> table.primaryKey().isPresent())
                .toList());
    }

    /** The schema without what was refused of it, to find what else is; empty when nothing else can be found. */
    private Optional<Schema> tryWithoutTheRefused(Schema schema) {
        Plan plan = Planner.remote(database.seen().inventory(), schema, epoch);
        Optional<Refusal> refusal = database.rehearse(plan.changes());
        if (refusal.isEmpty()) {
            return Optional.empty();
        }
        Optional<DatabaseObject> object = plan.expected().objects().stream()
                .filter(expected ->
                        expected.sql().equals(refusal.get().statement().sql()))
                .findFirst();
        DatabaseObject refused = object.orElseThrow(() -> refused(refusal.get()));
        problems.add(new Problem(
                refusal.get().statement().why().replaceFirst("\\.$", ""),
                "the server says: " + refusal.get().message() + ".",
                fix(schema, refused)));
        return Optional.of(without(schema, refused));
    }

    private static Schema without(Schema schema, DatabaseObject refused) {
        return schema.withTables(schema.tables().stream()
                .filter(table -> refused.kind() == Kind.INDEX || !table.name().equals(refused.name()))
                .map(table -> table.withIndexes(table.indexes().stream()
                        .filter(index ->
                                refused.kind() == Kind.TABLE || !index.name().equals(refused.name()))
                        .toList()))
                .toList());
    }

    private static String fix(Schema schema, DatabaseObject refused) {
        List<String> constructs = schema.tables().stream()
                .filter(table -> refused.kind() == Kind.TABLE && table.name().equals(refused.name()))
                .flatMap(table -> constructs(table).stream())
                .toList();
        return constructs.isEmpty()
                ? "write it in a way that the server accepts."
                : "do without " + String.join(", ", constructs) + ".";
    }

    /** What not every server has. */
    private static List<String> constructs(Table table) {
        List<String> constructs = new ArrayList<>();
        if (table.withoutRowid()) {
            constructs.add(
                    table.strict() ? "withoutRowid (some servers know it where strict = false)" : "withoutRowid");
        }
        table.columns().stream()
                .filter(column -> column.generated().isPresent())
                .forEach(column -> constructs.add("the generated column " + column.name()));
        return constructs;
    }

    /** What is no matter of the schema. */
    private SyncException refused(Refusal refusal) {
        return new SyncException(
                Reason.REJECTED,
                "The database " + database.seen().name() + " refuses a statement. "
                        + refusal.statement().why() + " The server says: " + refusal.message() + ".",
                "neither database was changed; the dry run on the remote was rolled back.",
                "look with info() at what it holds, and correct what the server complains about.",
                null);
    }

    private SyncException unportable() {
        RemoteInspection seen = database.seen();
        return new SyncException(
                Reason.UNPORTABLE,
                "The database " + seen.name() + " (" + seen.server() + ") cannot hold this schema."
                        + problems.stream()
                                .map(problem ->
                                        "\n- " + problem.where() + ": " + problem.what() + "\n  Fix: " + problem.fix())
                                .collect(joining()),
                "neither database was changed; the dry run on the remote was rolled back.",
                "change the models, or sync with a server that can hold them.",
                null);
    }
}
