package dev.schemareset.examples.world;

import static java.util.stream.Collectors.toMap;

import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Shows the lines of SQL by which a plan changes a schema. */
final class SchemaChanges {

    private SchemaChanges() {}

    /** The lines that go, marked {@code -}, and those that come, marked {@code +}, object by object. */
    static List<String> of(Plan plan) {
        Map<String, String> before = sqlByName(plan.found());
        Map<String, String> after = sqlByName(plan.expected());
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            Set<String> old = lines(before.getOrDefault(name, ""));
            Set<String> now = lines(after.getOrDefault(name, ""));
            if (!old.equals(now)) {
                changes.add(name);
                old.stream().filter(line -> !now.contains(line)).forEach(line -> changes.add("- " + line));
                now.stream().filter(line -> !old.contains(line)).forEach(line -> changes.add("+ " + line));
            }
        }
        return changes;
    }

    private static Map<String, String> sqlByName(Inventory inventory) {
        return inventory.declared().stream()
                .collect(toMap(object -> object.kind() + " " + object.name(), DatabaseObject::sql));
    }

    private static Set<String> lines(String sql) {
        Set<String> lines = new LinkedHashSet<>();
        sql.lines().map(line -> line.strip().replaceFirst(",$", "")).forEach(lines::add);
        return lines;
    }
}
