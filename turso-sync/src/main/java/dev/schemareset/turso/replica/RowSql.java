package dev.schemareset.turso.replica;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The SQL for one row of a table of the local database. */
final class RowSql {

    private RowSql() {}

    static String name(Table table) {
        return "main." + table.name().quoted();
    }

    static String columns(Table table) {
        return table.columns().stream().map(Name::quoted).collect(joining(", "));
    }

    private static String byKey(Table table) {
        return table.keyColumns().stream()
                .map(column -> column.quoted() + " = ?")
                .collect(joining(" AND "));
    }

    static String keys(Table table) {
        return table.keyColumns().stream().map(Name::quoted).collect(joining(", "));
    }

    /** For so many values. */
    static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static String selectByKey(Table table) {
        return "SELECT " + columns(table) + " FROM " + name(table) + " WHERE " + byKey(table);
    }

    static String deleteByKey(Table table) {
        return "DELETE FROM " + name(table) + " WHERE " + byKey(table);
    }

    static String insert(String insert, Table table) {
        return insert + " INTO " + name(table) + " (" + columns(table) + ") VALUES ("
                + places(table.columns().size()) + ")";
    }

    static Optional<List<Value>> row(PreparedStatement select, Table table, List<Value> key) throws SQLException {
        Cells.bind(select, 1, key);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(Cells.read(rows, 1, table.columns().size())) : Optional.empty();
        }
    }
}
