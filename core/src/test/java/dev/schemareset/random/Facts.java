package dev.schemareset.random;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Column;
import dev.schemareset.model.ForeignKey;
import dev.schemareset.model.Generated;
import dev.schemareset.model.Index;
import dev.schemareset.model.Index.ColumnPart;
import dev.schemareset.model.Index.Part;
import dev.schemareset.model.Key;
import dev.schemareset.model.Name;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What SQLite tells of a schema through its pragmas, as lines: once as the model would have it, once as it is. */
final class Facts {

    private static final String TABLES = """
            SELECT 'table', name, strict, wr FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
              AND name <> '_schema_reset'""";
    private static final String EACH_TABLE = "(" + TABLES + ") AS t";
    private static final String COLUMNS = """
            SELECT 'column', t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
            FROM %s, pragma_table_xinfo(t.name) AS c""".formatted(EACH_TABLE);
    private static final String INDEXES = """
            SELECT 'index', t.name, iif(i.origin = 'c', i.name, i.origin), i."unique", i.partial, (
              SELECT group_concat(coalesce(x.name, '()') || iif(x.desc, ' DESC ', ' ASC ') || x.coll, ', ')
              FROM (SELECT * FROM pragma_index_xinfo(i.name) WHERE key ORDER BY seqno) AS x)
            FROM %s, pragma_index_list(t.name) AS i""".formatted(EACH_TABLE);
    private static final String FOREIGN_KEYS = """
            SELECT 'foreign key', name, "table", group_concat(pair, ', '), on_delete, on_update FROM (
              SELECT t.name, f."table", f.id, f."from" || ' > ' || f."to" AS pair, f.on_delete, f.on_update
              FROM %s, pragma_foreign_key_list(t.name) AS f ORDER BY t.name, f.id, f.seq)
            GROUP BY name, id""".formatted(EACH_TABLE);

    private final List<String> lines = new ArrayList<>();

    private Facts() {}

    static List<String> of(Connection connection) throws SQLException {
        Facts facts = new Facts();
        try (Statement statement = connection.createStatement()) {
            for (String query : List.of(TABLES, COLUMNS, INDEXES, FOREIGN_KEYS)) {
                facts.read(statement, query);
            }
        }
        return facts.sorted();
    }

    private void read(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            int count = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= count; i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
                add(values.toArray());
            }
        }
    }

    static List<String> of(Schema schema) {
        Facts facts = new Facts();
        schema.tables().forEach(facts::add);
        return facts.sorted();
    }

    private void add(Table table) {
        add("table", table.name().value(), flag(table.strict()), flag(table.withoutRowid()));
        table.columns().forEach(column -> add(table, column));
        table.primaryKey()
                .filter(key -> table.rowidKey().isEmpty())
                .ifPresent(key -> add("index", table.name().value(), "pk", 1, 0, columns(table, key)));
        for (Key key : table.uniqueKeys()) {
            add("index", table.name().value(), "u", 1, 0, columns(table, key));
        }
        for (Index index : table.indexes()) {
            String parts = index.parts().stream().map(part -> part(table, part)).collect(joining(", "));
            add(
                    "index",
                    table.name().value(),
                    index.name().value(),
                    flag(index.unique()),
                    flag(index.where().isPresent()),
                    parts);
        }
        table.foreignKeys().forEach(key -> add(table, key));
    }

    private void add(Table table, Column column) {
        int position = table.primaryKey()
                .map(key -> key.columns().indexOf(column.name()) + 1)
                .orElse(0);
        int hidden = column.generated()
                .map(Generated::stored)
                .map(stored -> stored ? 3 : 2)
                .orElse(0);
        add(
                "column",
                table.name().value(),
                column.name().value(),
                column.type(),
                flag(!table.holdsNull(column)),
                column.defaultValue().map(DefaultText::of).orElse("null"),
                position,
                hidden);
    }

    private void add(Table table, ForeignKey key) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.add(key.columns().get(i).value() + " > "
                    + key.referencedColumns().get(i).value());
        }
        add(
                "foreign key",
                table.name().value(),
                key.table().value(),
                String.join(", ", pairs),
                key.onDelete().name().replace('_', ' '),
                key.onUpdate().name().replace('_', ' '));
    }

    private static String columns(Table table, Key key) {
        return key.columns().stream()
                .map(name -> part(table, new ColumnPart(name, false)))
                .collect(joining(", "));
    }

    private static String part(Table table, Part part) {
        if (part instanceof ColumnPart column) {
            return column.column().value()
                    + (column.descending() ? " DESC " : " ASC ")
                    + collation(table, column.column());
        }
        return "() ASC BINARY";
    }

    private static String collation(Table table, Name column) {
        return table.column(column).flatMap(Column::collation).orElse("BINARY");
    }

    private static int flag(boolean set) {
        return set ? 1 : 0;
    }

    private void add(Object... values) {
        lines.add(Stream.of(values).map(String::valueOf).collect(joining(" | ")));
    }

    private List<String> sorted() {
        Collections.sort(lines);
        return lines;
    }
}
