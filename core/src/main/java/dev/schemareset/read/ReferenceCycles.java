package dev.schemareset.read;

import static java.util.stream.Collectors.joining;

import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import dev.schemareset.model.Column;
import dev.schemareset.model.ForeignKey;
import dev.schemareset.model.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds models that need a row of each other before they can have one: references that go round, none of which may be null or
 * wait for the commit. A row that refers to itself is no such case: it is its own parent.
 */
final class ReferenceCycles {

    /** A reference that must be kept as soon as the row is there. */
    private record Need(Class<?> model, List<Column> columns, Class<?> needed) {}

    private final Map<Class<?>, List<Need>> needs = new LinkedHashMap<>();

    private ReferenceCycles(Map<Class<?>, Table> tables) {
        tables.forEach((model, table) -> needs.put(model, needs(model, table, tables)));
    }

    /** Tells every cycle once; of those through the same reference, the shortest. */
    static void check(Map<Class<?>, Table> tables, Problems problems) {
        ReferenceCycles cycles = new ReferenceCycles(tables);
        Set<Set<Need>> told = new HashSet<>();
        cycles.needs.values().stream()
                .flatMap(List::stream)
                .flatMap(need -> cycles.through(need).stream())
                .filter(cycle -> told.add(Set.copyOf(cycle)))
                .forEach(cycle -> problems.add(
                        Place.of(cycle.get(0).model()),
                        "no first row can be inserted, because each needs another one first: " + path(cycle) + ".",
                        "make one of these references @Nullable, or deferrable = true and insert both in one"
                                + " transaction."));
    }

    private static List<Need> needs(Class<?> model, Table table, Map<Class<?>, Table> tables) {
        List<Need> needs = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            List<Column> columns = key.columns().stream()
                    .flatMap(name -> table.column(name).stream())
                    .toList();
            if (!key.deferrable() && columns.stream().noneMatch(table::holdsNull)) {
                tables.forEach((other, target) -> {
                    if (other != model && target.name().matches(key.table())) {
                        needs.add(new Need(model, columns, other));
                    }
                });
            }
        }
        return needs;
    }

    /** The shortest way from what a reference needs back to it. */
    private Optional<List<Need>> through(Need first) {
        Deque<List<Need>> ways = new ArrayDeque<>(List.of(List.of(first)));
        Set<Class<?>> seen = new HashSet<>();
        while (!ways.isEmpty()) {
            List<Need> way = ways.remove();
            Class<?> end = way.get(way.size() - 1).needed();
            if (end == first.model()) {
                return Optional.of(way);
            }
            if (seen.add(end)) {
                for (Need next : needs.getOrDefault(end, List.of())) {
                    List<Need> longer = new ArrayList<>(way);
                    longer.add(next);
                    ways.add(longer);
                }
            }
        }
        return Optional.empty();
    }

    private static String path(List<Need> cycle) {
        return cycle.stream()
                        .map(need -> Place.nameOf(need.model()) + "."
                                + need.columns().stream()
                                        .map(column -> column.name().toString())
                                        .collect(joining("+")))
                        .collect(joining(" -> "))
                + " -> " + Place.nameOf(cycle.get(0).model());
    }
}
