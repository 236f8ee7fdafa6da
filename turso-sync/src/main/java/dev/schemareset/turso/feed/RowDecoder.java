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

/** Reads rows of a response. The protocol loses the sign of an infinite number, so that it is asked for with the row. */
final class RowDecoder {

    private RowDecoder() {}

    /** What to select of a table. */
    static String columns(Table table, String prefix) {
        String columns =
                table.columns().stream().map(column -> prefix + column.quoted()).collect(joining(", "));
        return table.reals().isEmpty()
                ? columns
                : columns + ", ''"
                        + table.reals().stream()
                                .map(place -> " || coalesce(" + prefix
                                        + table.columns().get(place).quoted() + " > 0, 0)")
                                .collect(joining());
    }

    /** A row that may be missing, under the key that the log has for it. One that is there has its own. */
    static Change change(Table table, List<Value> logged, List<Value> selected) {
        boolean isThere = !(selected.get(table.key().get(0)) instanceof Null);
        return isThere ? row(table, selected) : new Change(table, logged, Optional.empty());
    }

    static Change row(Table table, List<Value> selected) {
        List<Value> row = new ArrayList<>(selected.subList(0, table.columns().size()));
        for (int i = 0; i < table.reals().size(); i++) {
            int place = table.reals().get(i);
            if (row.get(place) instanceof Infinite && selected.get(row.size()) instanceof Text signs) {
                row.set(
                        place,
                        new Real(signs.value().charAt(i) == '1' ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY));
            }
        }
        return new Change(table, table.keyOf(row), Optional.of(row));
    }
}
