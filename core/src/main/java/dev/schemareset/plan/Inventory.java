package dev.schemareset.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemareset.plan.DatabaseObject.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The objects of a database: those that were found in one, or those the models ask for.
 *
 * @param objects every object with SQL of its own, in the order of their creation
 */
public record Inventory(List<DatabaseObject> objects) {

    /** The inventory of a database with nothing in it. */
    public static final Inventory EMPTY = new Inventory(List.of());

    /** Copies the list, so that the inventory cannot change. */
    public Inventory {
        objects = List.copyOf(objects);
    }

    /**
     * The objects of one kind.
     *
     * @param kind the kind
     * @return the objects, in order
     */
    public List<DatabaseObject> ofKind(Kind kind) {
        return objects.stream().filter(object -> object.kind() == kind).toList();
    }

    /**
     * All objects but the tables that SQLite keeps for itself.
     *
     * @return the objects, in order
     */
    public List<DatabaseObject> declared() {
        return objects.stream()
                .filter(object -> object.kind() != Kind.INTERNAL_TABLE)
                .toList();
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
     * What distinguishes this schema from the one that is expected.
     *
     * @param expected the inventory the models ask for
     * @return one line for each object that is missing, changed or not expected, ordered by name; empty when both agree
     */
    public List<String> differencesFrom(Inventory expected) {
        Map<String, DatabaseObject> here = byName();
        Map<String, DatabaseObject> there = expected.byName();
        Map<String, String> differences = new TreeMap<>();
        there.forEach((name, object) -> {
            DatabaseObject found = here.get(name);
            if (found == null) {
                differences.put(name, object.label() + " is missing");
            } else if (!found.sql().equals(object.sql())) {
                differences.put(name, object.label() + " is not as the models say");
            }
        });
        here.forEach((name, object) -> {
            if (!there.containsKey(name)) {
                differences.put(name, object.label() + " is not in the models");
            }
        });
        return List.copyOf(differences.values());
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

    /** Tables, views and indexes share one name space; triggers have their own. */
    private Map<String, DatabaseObject> byName() {
        Map<String, DatabaseObject> byName = new TreeMap<>();
        declared()
                .forEach(object ->
                        byName.put(namespace(object.kind()) + object.name().folded(), object));
        return byName;
    }

    private static String namespace(Kind kind) {
        return kind == Kind.TRIGGER ? "trigger " : "";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
