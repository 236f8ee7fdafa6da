package dev.schemareset.ddl;

import static java.util.stream.Collectors.joining;

import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.model.Check;
import dev.schemareset.model.Column;
import dev.schemareset.model.Domain;
import dev.schemareset.model.Domain.Flag;
import dev.schemareset.model.Domain.OneOf;
import dev.schemareset.model.ForeignKey;
import dev.schemareset.model.Generated;
import dev.schemareset.model.Key;
import dev.schemareset.model.Name;
import dev.schemareset.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes {@code CREATE TABLE}, in a form that SQLite stores to the letter. */
final class TableDdl {

    private TableDdl() {}

    static String create(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(comment(column.comment(), "  ") + "  " + column(table, column)));
        table.primaryKey()
                .filter(key -> key.columns().size() > 1)
                .ifPresent(key -> lines.add("  " + constraint(key.name()) + "PRIMARY KEY " + names(key.columns())));
        table.uniqueKeys().forEach(key -> lines.add("  " + constraint(key.name()) + "UNIQUE " + names(key.columns())));
        table.foreignKeys().forEach(key -> lines.add("  " + foreignKey(key)));
        table.checks().forEach(check -> lines.add("  " + check(check)));
        return "CREATE TABLE " + table.name().quoted()
                + (table.comment().isPresent() ? "\n" + comment(table.comment(), "") : " ")
                + "(\n" + String.join(",\n", lines) + "\n)" + options(table);
    }

    private static String options(Table table) {
        if (table.strict()) {
            return table.withoutRowid() ? " STRICT, WITHOUT ROWID" : " STRICT";
        }
        return table.withoutRowid() ? " WITHOUT ROWID" : "";
    }

    /** SQLite keeps what stands between the name of the table and its end, comments included. */
    private static String comment(Optional<String> comment, String indent) {
        return comment.stream()
                .flatMap(String::lines)
                .map(line -> (indent + "-- " + line).stripTrailing() + "\n")
                .collect(joining());
    }

    private static String column(Table table, Column column) {
        StringBuilder text = new StringBuilder();
        text.append(column.name().quoted()).append(' ').append(column.type());
        if (!table.holdsNull(column)) {
            text.append(" NOT NULL");
        }
        singleKey(table, column)
                .ifPresent(key -> text.append(' ')
                        .append(constraint(key.name()))
                        .append(table.autoincrement() ? "PRIMARY KEY AUTOINCREMENT" : "PRIMARY KEY"));
        column.defaultValue().ifPresent(value -> text.append(" DEFAULT ").append(DefaultDdl.of(value)));
        column.collation().ifPresent(collation -> text.append(" COLLATE ").append(collation));
        column.generated().ifPresent(generated -> text.append(generated(generated)));
        column.domain()
                .ifPresent(domain ->
                        text.append(" CHECK (").append(domain(column, domain)).append(')'));
        column.checks().forEach(check -> text.append(' ').append(check(check)));
        return text.toString();
    }

    private static Optional<Key> singleKey(Table table, Column column) {
        return table.primaryKey()
                .filter(key -> key.columns().size() == 1 && key.columns().get(0).matches(column.name()));
    }

    private static String generated(Generated generated) {
        return " GENERATED ALWAYS AS (" + generated.sql() + ") " + (generated.stored() ? "STORED" : "VIRTUAL");
    }

    private static String domain(Column column, Domain domain) {
        String name = column.name().quoted();
        if (domain instanceof OneOf one) {
            return name + one.values().stream().map(Literals::text).collect(joining(", ", " IN (", ")"));
        }
        return domain instanceof Flag ? name + " IN (0, 1)" : "json_valid(" + name + ")";
    }

    private static String check(Check check) {
        return constraint(check.name()) + "CHECK (" + check.sql() + ")";
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

    private static String constraint(Optional<Name> name) {
        return name.map(given -> "CONSTRAINT " + given.quoted() + " ").orElse("");
    }

    private static String names(List<Name> names) {
        return names.stream().map(Name::quoted).collect(joining(", ", "(", ")"));
    }
}
