package dev.schemareset.turso.feed;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import dev.schemareset.turso.hrana.Hrana;
import dev.schemareset.turso.hrana.Hrana.Expression;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.shape.Shape.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for rows that come after a key. */
final class PageQuery {

    private PageQuery() {}

    static Step of(Table table, Optional<List<Value>> after, long limit) {
        List<Value> arguments = new ArrayList<>();
        String where = after.map(key -> " WHERE " + after(table.keyColumns(), key, arguments))
                .orElse("");
        String order = table.keyColumns().stream().map(Name::quoted).collect(joining(", "));
        return Step.query(
                "SELECT " + RowDecoder.columns(table, "") + " FROM main."
                        + table.name().quoted() + where + " ORDER BY " + order + " LIMIT " + limit,
                arguments.toArray(Value[]::new));
    }

    /** Row values would say it shorter, but Turso's engine reads the whole index for them. */
    private static String after(List<Name> columns, List<Value> key, List<Value> arguments) {
        String first = columns.get(0).quoted();
        if (columns.size() == 1) {
            return first + " > " + written(key.get(0), arguments);
        }
        return first + " >= " + written(key.get(0), arguments)
                + " AND (" + first + " > " + written(key.get(0), arguments)
                + " OR (" + after(columns.subList(1, columns.size()), key.subList(1, key.size()), arguments) + "))";
    }

    private static String written(Value value, List<Value> arguments) {
        Expression expression = Hrana.expression(value);
        arguments.addAll(expression.arguments());
        return expression.sql();
    }
}
