package dev.schemareset.plan;

import dev.schemareset.plan.DatabaseObject.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how one schema differs from another. SQLite keeps the text of every object to the letter, so equal texts are equal
 * objects; only where they are not, tables are taken apart.
 */
final class Differences {

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    static List<Difference> between(List<DatabaseObject> actual, List<DatabaseObject> expected) {
        Differences differences = new Differences();
        Map<String, DatabaseObject> here = byName(actual);
        Map<String, DatabaseObject> there = byName(expected);
        Map<String, DatabaseObject> all = new TreeMap<>(here);
        there.forEach(all::putIfAbsent);
        all.keySet().forEach(name -> differences.compare(here.get(name), there.get(name)));
        return List.copyOf(differences.found);
    }

    /** Tables, views and indexes share one name space; triggers have their own, which no name can reach into. */
    private static Map<String, DatabaseObject> byName(List<DatabaseObject> objects) {
        Map<String, DatabaseObject> byName = new TreeMap<>();
        objects.forEach(object ->
                byName.put(object.name().folded() + (object.kind() == Kind.TRIGGER ? "\0trigger" : ""), object));
        return byName;
    }

    private void compare(@Nullable DatabaseObject actual, @Nullable DatabaseObject expected) {
        if (actual == null && expected != null) {
            found.add(Difference.missing(expected.label(), expected.sql()));
        } else if (expected == null && actual != null) {
            found.add(Difference.extra(actual.label(), actual.sql()));
        } else if (actual != null && expected != null && !actual.sql().equals(expected.sql())) {
            compareTexts(actual, expected);
        }
    }

    private void compareTexts(DatabaseObject actual, DatabaseObject expected) {
        int before = found.size();
        if (actual.kind() == expected.kind() && expected.kind().holdsRows()) {
            String table = expected.label();
            TableText here = TableText.of(actual.sql());
            TableText there = TableText.of(expected.sql());
            compareColumns(table, here, there);
            compareConstraints(table, here.constraints(), there.constraints());
            compareOptions(table, here.options(), there.options());
        }
        if (found.size() == before) {
            found.add(Difference.changed(expected.label(), actual.sql(), expected.sql()));
        }
    }

    private void compareColumns(String table, TableText here, TableText there) {
        there.columns().forEach((name, expected) -> {
            String column = "column " + there.name(name) + " of " + table;
            String actual = here.columns().get(name);
            if (actual == null) {
                found.add(Difference.missing(column, expected));
            } else if (!actual.equals(expected)) {
                found.add(Difference.changed(column, actual, expected));
            }
        });
        here.columns().forEach((name, actual) -> {
            if (!there.columns().containsKey(name)) {
                found.add(Difference.extra("column " + here.name(name) + " of " + table, actual));
            }
        });
        List<String> actualOrder = List.copyOf(here.columns().keySet());
        List<String> expectedOrder = List.copyOf(there.columns().keySet());
        if (!actualOrder.equals(expectedOrder)
                && here.columns().keySet().equals(there.columns().keySet())) {
            found.add(Difference.changed(
                    "the order of the columns of " + table,
                    String.join(", ", actualOrder),
                    String.join(", ", expectedOrder)));
        }
    }

    private void compareConstraints(String table, List<String> actual, List<String> expected) {
        List<String> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        missing.forEach(constraint -> found.add(Difference.missing("a constraint of " + table, constraint)));
        List<String> extra = new ArrayList<>(actual);
        expected.forEach(extra::remove);
        extra.forEach(constraint -> found.add(Difference.extra("a constraint of " + table, constraint)));
    }

    private void compareOptions(String table, String actual, String expected) {
        String options = "what follows the columns of " + table;
        if (actual.isEmpty() && !expected.isEmpty()) {
            found.add(Difference.missing(options, expected));
        } else if (expected.isEmpty() && !actual.isEmpty()) {
            found.add(Difference.extra(options, actual));
        } else if (!actual.equals(expected)) {
            found.add(Difference.changed(options, actual, expected));
        }
    }
}
