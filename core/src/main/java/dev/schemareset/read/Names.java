package dev.schemareset.read;

import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import dev.schemareset.model.Index;
import dev.schemareset.model.Name;
import dev.schemareset.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes names of Java names, and finds names that SQLite would refuse or confuse. */
final class Names {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    /** What the tables begin with in which SchemaReset keeps what it must know of a database. */
    private static final List<String> BOOKKEEPING = List.of("_schema_reset", "_sync_");

    private final Problems problems;
    private final Map<String, String> owners = new HashMap<>();

    Names(Problems problems) {
        this.problems = problems;
    }

    /** Reports a name that cannot be one; returns it all the same, so that the scan finds the other problems too. */
    Name checked(Place place, String name) {
        if (name.isBlank()) {
            problems.addUnwritable(place, "a name is blank.", "write a name, or leave it out for the default.");
        }
        if (CONTROL.matcher(name).find()) {
            problems.addUnwritable(
                    place, "a name holds a line break or another control character.", "choose another name.");
        }
        if (LONE_SURROGATE.matcher(name).find()) {
            problems.addUnwritable(place, "a name holds half a character, a lone surrogate.", "choose another name.");
        }
        return new Name(name);
    }

    /** A name of what stands in the schema by itself: a table or an index. */
    Name checkedObject(Place place, String name) {
        // SQLite documentation, "CREATE TABLE": names that begin with "sqlite_" are reserved for internal use.
        if (new Name(name).folded().startsWith("sqlite_")) {
            problems.addUnwritable(
                    place,
                    "the name \"" + new Name(name) + "\" begins with sqlite_, which SQLite keeps for itself.",
                    "choose another name.");
        }
        BOOKKEEPING.stream()
                .filter(new Name(name).folded()::startsWith)
                .forEach(prefix -> problems.addUnwritable(
                        place,
                        "the name \"" + new Name(name) + "\" begins with " + prefix
                                + ", which SchemaReset keeps for itself.",
                        "choose another name."));
        return checked(place, name);
    }

    /** Tables and indexes share one name space, in which the letters A to Z are equal to a to z. */
    void checkDistinct(List<MappedRecord> records) {
        for (MappedRecord record : records) {
            claim(record, record.table().name(), "table");
        }
        for (MappedRecord record : records) {
            for (Index index : record.table().indexes()) {
                claim(record, index.name(), "index");
            }
        }
    }

    private void claim(MappedRecord record, Name name, String kind) {
        Table table = record.table();
        String claim = "the " + kind + " \"" + name + "\" of " + table.model();
        String owner = owners.putIfAbsent(name.folded(), claim);
        if (owner != null) {
            problems.addUnwritable(
                    Place.of(record.model()),
                    owner.equals(claim)
                            ? "it has two indexes called \"" + name + "\"."
                            : "its " + kind + " \"" + name + "\" has the name of " + owner
                                    + "; SQLite does not tell A from a, nor the name of a table from that of an index.",
                    kind.equals("table")
                            ? "name one of them with @Table(\"...\")."
                            : "name one of them with @Index(name = \"...\").");
        }
    }
}
