package dev.schemareset.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.schemareset.model.ModelPackages;
import dev.schemareset.plan.DatabaseObject.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is in a database: what was found in one, or what a plan leads to.
 *
 * @param objects every object with SQL of its own, in the order of their creation
 * @param temporary the temporary objects of the one connection that looked, which are in no file
 * @param stamp what the last reset wrote; empty when SchemaReset did not make the database
 * @param protection the lock that forbids a reset; empty when there is none
 * @param sync what it knows of the database it is synced with; empty when it was not reset together with one
 * @param header the numbers in the header
 */
public record Inventory(
        List<DatabaseObject> objects,
        List<DatabaseObject> temporary,
        Optional<Stamp> stamp,
        Optional<Protection> protection,
        Optional<SyncState> sync,
        Header header) {

    /** The inventory of a database with nothing in it. */
    public static final Inventory EMPTY = ofObjects(List.of());

    /** Copies the lists, so that the inventory cannot change. */
    public Inventory {
        objects = List.copyOf(objects);
        temporary = List.copyOf(temporary);
    }

    /**
     * The inventory of an unmarked database.
     *
     * @param objects every object with SQL of its own, in the order of their creation
     * @return an inventory with these and nothing else
     */
    public static Inventory ofObjects(List<DatabaseObject> objects) {
        return new Inventory(
                requireNonNull(objects, "objects"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Header.UNMARKED);
    }

    /**
     * The inventory with other objects.
     *
     * @param others the objects, e.g. the same ones with their rows counted
     * @return an inventory that differs in its objects only
     */
    public Inventory withObjects(List<DatabaseObject> others) {
        return new Inventory(requireNonNull(others, "others"), temporary, stamp, protection, sync, header);
    }

    /**
     * The objects of one kind.
     *
     * @param kind the kind
     * @return the objects, in order
     */
    public List<DatabaseObject> ofKind(Kind kind) {
        requireNonNull(kind, "kind");
        return objects.stream().filter(object -> object.kind() == kind).toList();
    }

    /**
     * All objects but what SQLite and SchemaReset keep for themselves.
     *
     * @return the objects, in order
     */
    public List<DatabaseObject> declared() {
        return objects.stream().filter(object -> !object.kind().isInternal()).toList();
    }

    /**
     * The tables whose rows a reset would drop.
     *
     * @return ordinary, virtual and shadow tables, in order
     */
    public List<DatabaseObject> tables() {
        return objects.stream().filter(object -> object.kind().holdsRows()).toList();
    }

    /**
     * Why the database is not that of an application: there is a table, and SchemaReset did not make it for models of the same packages.
     *
     * @param models the packages of the application's models
     * @return a clause about the database, e.g. {@code SchemaReset did not make it}; empty when the database may be that of the application
     */
    public Optional<String> foreignTo(ModelPackages models) {
        requireNonNull(models, "models");
        return stamp.isPresent() ? stamp.get().foreignTo(models) : unstamped();
    }

    private Optional<String> unstamped() {
        return objects.stream().anyMatch(object -> object.kind().holdsRows() || object.kind() == Kind.BOOKKEEPING_TABLE)
                ? Optional.of("SchemaReset did not make it")
                : Optional.empty();
    }

    /**
     * Whether a reset could lose a row. A table that could not be counted may hold some.
     *
     * @return whether any table is not known to be empty
     */
    public boolean mayHoldRows() {
        return mayHoldRows(tables());
    }

    /**
     * Whether a reset could lose a row of a temporary table.
     *
     * @return whether any temporary table is not known to be empty
     */
    public boolean mayHoldTemporaryRows() {
        return mayHoldRows(
                temporary.stream().filter(object -> object.kind().holdsRows()).toList());
    }

    private static boolean mayHoldRows(List<DatabaseObject> tables) {
        return tables.stream().anyMatch(table -> table.rows().orElse(1) > 0);
    }

    /**
     * A digest of the schema, without its rows. Two databases with equal fingerprints have the same
     * {@link #declared()} objects, to the letter of their SQL, whatever the order of their creation.
     *
     * @return 64 hexadecimal digits (SHA-256)
     */
    public String fingerprint() {
        MessageDigest digest = sha256();
        declared().stream().map(DatabaseObject::sql).sorted().forEach(sql -> {
            digest.update(sql.getBytes(UTF_8));
            digest.update((byte) 0);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * A digest of all that a person sees of a database before it is dropped: every object but what SQLite keeps for itself, with its
     * rows where they are counted, and whose it is.
     *
     * @return 64 hexadecimal digits (SHA-256)
     */
    public String identity() {
        MessageDigest digest = sha256();
        Stream.concat(
                        Stream.of(
                                stamp.toString(),
                                stamp.flatMap(Stamp::packages)
                                        .map(ModelPackages::text)
                                        .toString(),
                                sync.map(SyncState::epoch).toString(),
                                header.toString()),
                        objects.stream()
                                .filter(object -> object.kind() != Kind.INTERNAL_TABLE)
                                .map(object -> object.name().value() + "\0" + object.sql() + "\0" + object.rows())
                                .sorted())
                .forEach(part -> {
                    digest.update(part.getBytes(UTF_8));
                    digest.update((byte) 0);
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * What distinguishes this schema from the one that is expected.
     *
     * @param expected the inventory the models ask for
     * @return every object, column and constraint that is missing, changed or not expected, ordered by the name of the object; empty
     *     when both agree to the letter
     */
    public List<Difference> differencesFrom(Inventory expected) {
        return Differences.between(
                declared(), requireNonNull(expected, "expected").declared());
    }

    /**
     * How much there is, in words.
     *
     * @return e.g. {@code 2 tables (15 rows), 1 view}, or {@code nothing}
     */
    public String summary() {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        declared().forEach(object -> counts.merge(object.kind(), 1L, Long::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((kind, count) -> parts.add(DatabaseObject.counted(count, kind.toString()) + rowsInWords(kind)));
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private String rowsInWords(Kind kind) {
        if (!kind.holdsRows()) {
            return "";
        }
        List<DatabaseObject> holders = ofKind(kind);
        if (holders.stream().anyMatch(object -> object.rows().isEmpty())) {
            return "";
        }
        long rows =
                holders.stream().mapToLong(object -> object.rows().getAsLong()).sum();
        return " (" + DatabaseObject.counted(rows, "row") + ")";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
