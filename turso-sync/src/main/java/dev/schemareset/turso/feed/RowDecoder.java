package dev.schemareset.turso.feed;

import static java.util.stream.Collectors.joining;

import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Infinite;
import dev.schemareset.turso.hrana.Hrana.Value.Null;
import dev.schemareset.turso.hrana.Hrana.Value.Real;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads rows of a response. The protocol loses the sign of an infinite number, so that it is asked for with the row. */
final class RowDecoder {

    private RowDecoder() {}

    /** What to select of a table. */
    static String columns(Table table, String prefix) {
        return exact(
                table.columns().stream().map(column -> prefix + column.quoted()).toList(), table.reals());
    }

    /** What to select of the log. */
    static String keys(Table table, String prefix) {
        return exact(table.logColumns().stream().map(column -> prefix + column).toList(), realsOfKey(table));
    }

    private static String exact(List<String> columns, List<Integer> reals) {
        return String.join(", ", columns)
                + (reals.isEmpty() ? "" : ", ''")
                + reals.stream()
                        .map(place -> " || coalesce(" + columns.get(place) + " > 0, 0)")
                        .collect(joining());
    }

    private static List<Integer> realsOfKey(Table table) {
        return IntStream.range(0, table.key().size())
                .filter(i -> table.reals().contains(table.key().get(i)))
                .boxed()
                .toList();
    }

    /** A row that may be missing, under the key that the log has for it. One that is there has its own. */
    static Change change(Table table, List<Value> selected) {
        List<Integer> reals = realsOfKey(table);
        int selectedKeys = table.key().size() + (reals.isEmpty() ? 0 : 1);
        List<Value> row = selected.subList(selectedKeys, selected.size());
        boolean isThere = !(row.get(table.key().get(0)) instanceof Null);
        return isThere
                ? row(table, row)
                : new Change(table, exact(selected, table.key().size(), reals), Optional.empty());
    }

    static Change row(Table table, List<Value> selected) {
        List<Value> row = exact(selected, table.columns().size(), table.reals());
        return new Change(table, table.keyOf(row), Optional.of(row));
    }

    /** The first values, each infinite one with the sign that comes after them. */
    private static List<Value> exact(List<Value> selected, int count, List<Integer> reals) {
        List<Value> values = new ArrayList<>(selected.subList(0, count));
        for (int i = 0; i < reals.size(); i++) {
            int place = reals.get(i);
            if (values.get(place) instanceof Infinite && selected.get(count) instanceof Text signs) {
                values.set(
                        place,
                        new Real(signs.value().charAt(i) == '1' ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY));
            }
        }
        return values;
    }
}
