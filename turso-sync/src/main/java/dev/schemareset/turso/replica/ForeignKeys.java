package dev.schemareset.turso.replica;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Looks whether rows refer to rows that are not there: what two instances did, each by its own rules, need not fit together. Looks at the
 * rows that came, and at those that refer to one that went; all rows of a large table are not for every exchange.
 */
final class ForeignKeys {

    private final Session session;
    private final List<Table> tables;

    ForeignKeys(Session session, List<Table> tables) {
        this.session = session;
        this.tables = tables;
    }

    private record Reference(Table child, Table parent, List<Name> from, List<Name> to) {

        boolean isToKey() {
            return to.equals(parent.keyColumns());
        }
    }

    /** A sentence for each reference that a merge has left broken. */
    List<String> broken(Staging staging) throws SQLException {
        List<String> notes = new ArrayList<>();
        for (Table child : tables) {
            for (Reference reference : references(child)) {
                List<String> touched = new ArrayList<>();
                if (staging.tables().contains(child)) {
                    touched.add(keys(child.keyColumns()) + " IN (SELECT " + keysOf(child) + " WHERE NOT gone)");
                }
                if (staging.tables().contains(reference.parent())) {
                    touched.add(
                            reference.isToKey()
                                    ? keys(reference.from()) + " IN (SELECT " + keysOf(reference.parent())
                                            + " WHERE gone)"
                                    : "1");
                }
                long count = touched.isEmpty() ? 0 : broken(reference, "(" + String.join(" OR ", touched) + ")");
                if (count > 0) {
                    notes.add((count == 1 ? "1 row of " : count + " rows of ") + child.name()
                            + (count == 1 ? " refers" : " refer") + " to a row of "
                            + reference.parent().name()
                            + " that is not there.");
                }
            }
        }
        return notes;
    }

    private long broken(Reference reference, String which) throws SQLException {
        String given = reference.from().stream()
                .map(column -> " AND c." + column.quoted() + " IS NOT NULL")
                .collect(joining());
        String same = IntStream.range(0, reference.from().size())
                .mapToObj(i -> "p." + reference.to().get(i).quoted() + " = c."
                        + reference.from().get(i).quoted())
                .collect(joining(" AND "));
        return session.number("SELECT count(*) FROM " + RowSql.name(reference.child()) + " AS c WHERE " + which + given
                + " AND NOT EXISTS (SELECT 1 FROM " + RowSql.name(reference.parent()) + " AS p WHERE " + same + ")");
    }

    private static String keys(List<Name> columns) {
        return columns.stream().map(column -> "c." + column.quoted()).collect(joining(", ", "(", ")"));
    }

    private static String keysOf(Table table) {
        return String.join(", ", table.logColumns()) + " FROM " + Staging.name(table);
    }

    private List<Reference> references(Table child) throws SQLException {
        Map<Integer, Reference> references = new LinkedHashMap<>();
        try (Statement statement = session.statement();
                ResultSet rows = statement.executeQuery(
                        "PRAGMA main.foreign_key_list(" + child.name().quoted() + ")")) {
            while (rows.next()) {
                Name parent = new Name(rows.getString("table"));
                Table referred = tables.stream()
                        .filter(table -> table.name().matches(parent))
                        .findFirst()
                        .orElseThrow();
                Reference reference = references.computeIfAbsent(
                        rows.getInt("id"), id -> new Reference(child, referred, new ArrayList<>(), new ArrayList<>()));
                reference.from().add(new Name(rows.getString("from")));
                reference.to().add(new Name(rows.getString("to")));
            }
        }
        return List.copyOf(references.values());
    }
}
