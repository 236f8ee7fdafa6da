package dev.schemareset.ddl;

import static java.util.stream.Collectors.joining;

import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.model.Column;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.ForeignKey;
import dev.schemareset.model.Key;
import dev.schemareset.model.Name;
import dev.schemareset.model.Table;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code CREATE TABLE}, in a form that SQLite stores to the letter. */
final class TableDdl {

    private TableDdl() {}

    static String create(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(column(table, column)));
        table.primaryKey()
                .filter(key -> key.columns().size() > 1)
                .ifPresent(key -> lines.add("PRIMARY KEY " + names(key.columns())));
        table.uniqueKeys().forEach(key -> lines.add(unique(key)));
        table.foreignKeys().forEach(key -> lines.add(foreignKey(key)));
        return "CREATE TABLE " + table.name().quoted() + " (\n  " + String.join(",\n  ", lines) + "\n) STRICT";
    }

    private static String column(Table table, Column column) {
        StringBuilder text = new StringBuilder();
        text.append(column.name().quoted()).append(' ').append(column.type());
        // NOT NULL is left out of the rowid only: a NULL stored there asks SQLite for a number.
        boolean rowid = table.rowidKey().filter(column::equals).isPresent();
        if (!column.nullable() && !rowid) {
            text.append(" NOT NULL");
        }
        if (isSingleKey(table, column)) {
            text.append(" PRIMARY KEY").append(table.autoincrement() ? " AUTOINCREMENT" : "");
        }
        column.defaultValue().ifPresent(value -> text.append(" DEFAULT ").append(DefaultDdl.of(value)));
        if (!column.allowedValues().isEmpty()) {
            text.append(" CHECK (").append(column.name().quoted()).append(" IN (");
            text.append(column.allowedValues().stream()
                    .map(value -> literal(column.type(), value))
                    .collect(joining(", ")));
            text.append("))");
        }
        return text.toString();
    }

    private static boolean isSingleKey(Table table, Column column) {
        return table.primaryKey()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .isPresent();
    }

    private static String unique(Key key) {
        String constraint =
                key.name().map(name -> "CONSTRAINT " + name.quoted() + " ").orElse("");
        return constraint + "UNIQUE " + names(key.columns());
    }

    private static String foreignKey(ForeignKey key) {
        return "FOREIGN KEY " + names(key.columns())
                + " REFERENCES " + key.table().quoted() + " " + names(key.referencedColumns())
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate())
                + (key.deferrable() ? " DEFERRABLE INITIALLY DEFERRED" : "");
    }

    private static String action(String event, ForeignKeyAction action) {
        return action == ForeignKeyAction.NO_ACTION ? "" : event + action.name().replace('_', ' ');
    }

    private static String names(List<Name> names) {
        return names.stream().map(Name::quoted).collect(joining(", ", "(", ")"));
    }

    private static String literal(ColumnType type, String value) {
        return type == ColumnType.TEXT ? "'" + value.replace("'", "''") + "'" : value;
    }
}
