package dev.schemareset.scan;

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

    private Names() {}

    /** As the name that Java's is without an annotation. */
    static String snakeCase(String javaName) {
        return Name.ofJava(javaName).value();
    }

    /** Reports a name that cannot be one; returns it all the same, so that the scan finds the other problems too. */
    static Name checked(String where, String name, Problems problems) {
        if (name.isBlank()) {
            problems.add(where, "a name is blank.", "write a name, or leave it out for the default.");
        }
        if (CONTROL.matcher(name).find()) {
            problems.add(where, "a name holds a line break or another control character.", "choose another name.");
        }
        // SQLite documentation, "CREATE TABLE": names that begin with "sqlite_" are reserved for internal use.
        if (new Name(name).folded().startsWith("sqlite_")) {
            problems.add(
                    where,
                    "the name \"" + name + "\" begins with sqlite_, which SQLite keeps for itself.",
                    "choose another name.");
        }
        return new Name(name);
    }

    /** Tables and indexes share one name space, in which the letters A to Z are equal to a to z. */
    static void checkDistinct(List<Table> tables, Problems problems) {
        Map<String, String> owners = new HashMap<>();
        for (Table table : tables) {
            claim(owners, table.name(), "table", table.model(), problems);
        }
        for (Table table : tables) {
            for (Index index : table.indexes()) {
                claim(owners, index.name(), "index", table.model(), problems);
            }
        }
    }

    private static void claim(Map<String, String> owners, Name name, String kind, String model, Problems problems) {
        String claim = "the " + kind + " \"" + name + "\" of " + model;
        String owner = owners.putIfAbsent(name.folded(), claim);
        if (owner != null) {
            problems.add(
                    model,
                    "its " + kind + " \"" + name + "\" has the name of " + owner
                            + "; SQLite does not tell A from a, nor the name of a table from that of an index.",
                    kind.equals("table")
                            ? "name one of them with @Table(\"...\")."
                            : "name one of them with @Index(name = \"...\").");
        }
    }
}
