package dev.schemareset.turso.remote;

import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Name;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Header;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Protection;
import dev.schemareset.plan.Stamp;
import dev.schemareset.plan.SyncState;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.turso.hrana.Hrana.Condition.Ok;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.http.HranaClient;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at a remote database, in one request, without counting a row. */
final class Look {

    private static final int BEGIN = 2;
    private static final int USER_VERSION = 3;
    private static final int SCHEMA = 5;
    private static final int OBJECTS = 6;
    private static final int KINDS = 7;
    private static final int STAMP = 8;
    private static final int PACKAGES = 9;
    private static final int PROTECTION = 10;
    private static final int EPOCH = 11;
    private static final int STORED = 12;
    private static final int LOCK = 13;

    private static final String FROM_STAMP =
            " FROM main." + Stamp.TABLE.quoted() + " WHERE fingerprint IS NOT NULL AND library_version IS NOT NULL";

    /**
     * Where a table or a column is missing, its query fails, and that is an answer too. To libSQL {@code PRAGMA user_version} is a write,
     * and forbidden to whoever may only read. As a table it is asked for in a transaction: otherwise Turso 0.7 commits nothing any more
     * after it, and loses it with the next rollback (measured).
     */
    private static final List<Step> QUESTIONS = List.of(
            Server.TURSO_VERSION,
            Server.VERSION,
            Step.statement("BEGIN"),
            Step.query("SELECT user_version FROM pragma_user_version"),
            Step.statement("COMMIT").when(new Ok(BEGIN)),
            Step.query(Guard.SCHEMA),
            Step.query("SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"),
            Step.query("PRAGMA main.table_list"),
            Step.query("SELECT fingerprint, reset_at, library_version, resets" + FROM_STAMP),
            Step.query("SELECT packages" + FROM_STAMP),
            Step.query("SELECT coalesce(reason, ''), coalesce(since, '') FROM main." + Protection.TABLE.quoted()),
            Step.query(Guard.EPOCH),
            Step.query("SELECT type, stored_name, stored_sql, name, tbl_name, sql FROM main."
                    + SyncState.SCHEMA_TABLE.quoted() + " ORDER BY position"),
            Step.query(Guard.PROTECTION));

    private final HranaClient client;
    private final Answers answers;

    private Look(HranaClient client) {
        this.client = client;
        this.answers = Answers.to(client, QUESTIONS);
    }

    static Sight at(HranaClient client) {
        return new Look(client).sight();
    }

    private Sight sight() {
        List<DatabaseObject> listed = objects();
        Optional<Stamp> stamp = stamp(listed);
        List<DatabaseObject> objects = stamp.isPresent() ? listed : strangers(listed);
        Optional<String> epoch = epoch(objects);
        Inventory inventory = new Inventory(
                objects,
                List.of(),
                stamp,
                protection(objects),
                epoch.map(SyncState::ofRemote),
                new Header((int) answers.number(USER_VERSION), 0));
        return new Sight(
                new RemoteInspection(
                        client.toString(),
                        Server.of(answers),
                        inventory,
                        written(),
                        stamp.isPresent() ? altered(objects) : List.of()),
                answers.text(SCHEMA),
                epoch,
                answers.firstRow(LOCK, 1).map(row -> row.get(0)));
    }

    /**
     * Without our stamp, what has the name of ours is somebody else's, and a table of it holds rows like any other; only a lock is
     * respected.
     */
    private static List<DatabaseObject> strangers(List<DatabaseObject> objects) {
        return objects.stream()
                .map(object -> new DatabaseObject(
                        stranger(object), object.name(), object.table(), object.sql(), object.rows()))
                .toList();
    }

    private static Kind stranger(DatabaseObject object) {
        return switch (object.kind()) {
            case BOOKKEEPING_TRIGGER -> Kind.TRIGGER;
            case BOOKKEEPING_TABLE -> object.name().matches(Protection.TABLE) ? object.kind() : Kind.TABLE;
            default -> object.kind();
        };
    }

    /** What belongs to a table that the server keeps for itself is no object of its own. */
    private List<DatabaseObject> objects() {
        Map<String, Kind> kinds = new HashMap<>();
        for (List<String> row : answers.rows(KINDS, 3)) {
            kinds.put(row.get(1), kind(new Name(row.get(1)), row.get(2)));
        }
        List<DatabaseObject> objects = new ArrayList<>();
        for (List<String> row : answers.rows(OBJECTS, 4)) {
            Name name = new Name(row.get(1));
            Name table = new Name(row.get(2));
            Kind listed = kind(name, row.get(0));
            Kind kind = row.get(0).equals("table") ? kinds.getOrDefault(row.get(1), listed) : listed;
            if (kind == Kind.INTERNAL_TABLE || !Reserved.isName(table)) {
                objects.add(new DatabaseObject(kind, name, table, row.get(3), OptionalLong.empty()));
            }
        }
        return objects;
    }

    private Kind kind(Name object, String type) {
        try {
            return type.equals("table") && Reserved.isName(object) ? Kind.INTERNAL_TABLE : Kind.of(object, type);
        } catch (IllegalArgumentException e) {
            throw answers.unanswered(OBJECTS);
        }
    }

    /** What cannot be read is no stamp: somebody else may have a table of that name. */
    private Optional<Stamp> stamp(List<DatabaseObject> objects) {
        try {
            return isThere(Stamp.TABLE, objects)
                    ? answers.firstRow(STAMP, 4)
                            .map(row -> new Stamp(
                                    row.get(0),
                                    Instant.parse(row.get(1)),
                                    row.get(2),
                                    Long.parseLong(row.get(3)),
                                    packages()))
                    : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The stamp of an earlier version has no such column. */
    private Optional<ModelPackages> packages() {
        return answers.firstRow(PACKAGES, 1).flatMap(row -> ModelPackages.parse(row.get(0)));
    }

    /** A table of that name protects, whatever it holds. */
    private Optional<Protection> protection(List<DatabaseObject> objects) {
        return isThere(Protection.TABLE, objects)
                ? Optional.of(answers.firstRow(PROTECTION, 2)
                        .map(row -> new Protection(row.get(0), row.get(1)))
                        .orElse(new Protection("the reason cannot be read", "an unknown time")))
                : Optional.empty();
    }

    private static boolean isThere(Name table, List<DatabaseObject> objects) {
        return objects.stream()
                .anyMatch(object ->
                        object.kind() == Kind.BOOKKEEPING_TABLE && object.name().matches(table));
    }

    /** One name, and no more: what else is there is none of ours. */
    private Optional<String> epoch(List<DatabaseObject> objects) {
        List<List<String>> rows = answers.rows(EPOCH, 1);
        return isThere(SyncState.TABLE, objects) && rows.size() == 1
                ? Optional.of(rows.get(0).get(0))
                : Optional.empty();
    }

    private Inventory written() {
        return Inventory.ofObjects(answers.rows(STORED, 6).stream()
                .map(row -> {
                    Name name = new Name(row.get(3));
                    return new DatabaseObject(
                            kind(name, row.get(0)), name, new Name(row.get(4)), row.get(5), OptionalLong.empty());
                })
                .toList());
    }

    /** The texts that the server made of the schema were stored with it, so that a change of them is a change of the schema. */
    private List<String> altered(List<DatabaseObject> objects) {
        if (!answers.isDone(STORED)) {
            return List.of("the table " + SyncState.SCHEMA_TABLE + ", which tells it, is missing");
        }
        Map<String, String> stored = new HashMap<>();
        for (List<String> row : answers.rows(STORED, 6)) {
            stored.put(row.get(0) + " " + new Name(row.get(1)), row.get(2));
        }
        List<String> altered = new ArrayList<>();
        for (DatabaseObject object : objects) {
            if (object.kind() == Kind.BOOKKEEPING_TRIGGER || !object.kind().isInternal()) {
                String label = object.kind().type() + " " + object.name();
                String before = stored.remove(label);
                if (!object.sql().equals(before)) {
                    altered.add(label + (before == null ? " was added" : " was changed"));
                }
            }
        }
        stored.keySet().stream().sorted().forEach(label -> altered.add(label + " is missing"));
        return altered;
    }
}
