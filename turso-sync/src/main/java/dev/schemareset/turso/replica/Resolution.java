package dev.schemareset.turso.replica;

import dev.schemareset.model.Name;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Conflict.Kind;
import dev.schemareset.turso.replication.Row;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lets a version of a conflict stand. That is a change like any other, and is sent. */
final class Resolution {

    private final Session session;
    private final Object database;
    private final List<Table> tables;

    Resolution(Session session, Object database, List<Table> tables) {
        this.session = session;
        this.database = database;
        this.tables = tables;
    }

    void resolve(long id, Side chosen) throws SQLException {
        ConflictStore store = new ConflictStore(session, "main");
        Conflict conflict = store.find(id).orElseThrow(() -> ReplicaErrors.noConflict(id));
        Optional<Row> stands = chosen == Side.LOCAL ? conflict.local() : conflict.remote();
        Optional<Row> falls = chosen == Side.LOCAL ? conflict.remote() : conflict.local();
        if (chosen != conflict.kept() || isGone(conflict, stands)) {
            replace(conflict, falls, stands);
        } else if (conflict.kind() == Kind.REJECTED) {
            noteDifference(conflict);
        }
        store.remove(id);
    }

    /** A row that claimed a unique value, or could not be put back, may have gone for another row than that of this conflict. */
    private boolean isGone(Conflict conflict, Optional<Row> kept) throws SQLException {
        Optional<Table> table = find(conflict);
        if (table.isEmpty() || kept.isEmpty() || !fits(table.get(), kept.get())) {
            return false;
        }
        return (conflict.kind() == Kind.UNIQUE || conflict.kind() == Kind.REJECTED)
                && current(table.get(), table.get().keyOf(values(table.get(), kept.get())))
                        .isEmpty();
    }

    /** The other side still has the row that was rejected: what stands here, or that nothing does, is yet to be sent. */
    private void noteDifference(Conflict conflict) throws SQLException {
        Optional<Table> table = find(conflict);
        Row rejected = conflict.remote().orElseThrow();
        if (table.isPresent() && fits(table.get(), rejected)) {
            new LocalLog(session).note(table.get(), table.get().keyOf(values(table.get(), rejected)));
        }
    }

    private void replace(Conflict conflict, Optional<Row> falls, Optional<Row> stands) throws SQLException {
        Table table = table(conflict);
        Map<String, Long> broken = brokenReferences();
        List<List<Value>> versions = Stream.of(falls, stands)
                .flatMap(Optional::stream)
                .map(row -> values(table, row))
                .toList();
        for (List<Value> version : versions) {
            List<Value> key = table.keyOf(version);
            Optional<List<Value>> current = current(table, key);
            if (current.isPresent() && !versions.contains(current.get())) {
                throw ReplicaErrors.changedSince(database, table.name(), Replica.row(table, current.get()));
            }
            session.update(RowSql.deleteByKey(table), key);
        }
        if (stands.isPresent()) {
            try {
                session.update(RowSql.insert("INSERT", table), values(table, stands.get()));
            } catch (SQLException e) {
                if (Constraint.isViolated(e)) {
                    throw ReplicaErrors.inTheWay(conflict.table(), e);
                }
                throw e;
            }
        }
        brokenReferences().forEach((reference, count) -> {
            if (count > broken.getOrDefault(reference, 0L)) {
                throw ReplicaErrors.brokenReference(database, reference);
            }
        });
    }

    /** How many rows refer to none, by child and parent. No action of a foreign key runs here: it would take rows that nobody spoke of. */
    private Map<String, Long> brokenReferences() throws SQLException {
        Map<String, Long> broken = new TreeMap<>();
        try (Statement statement = session.statement();
                ResultSet rows = statement.executeQuery("PRAGMA main.foreign_key_check")) {
            while (rows.next()) {
                Name child = new Name(rows.getString("table"));
                Name parent = new Name(rows.getString("parent"));
                broken.merge("rows of " + child + " would refer to a row of " + parent, 1L, Long::sum);
            }
        }
        return broken;
    }

    /** What was written after the conflict is in neither of its versions, and must not go with one of them. */
    private Optional<List<Value>> current(Table table, List<Value> key) throws SQLException {
        try (PreparedStatement select = session.prepare(RowSql.selectByKey(table))) {
            return RowSql.row(select, table, key);
        }
    }

    private Table table(Conflict conflict) {
        return find(conflict).orElseThrow(() -> ReplicaErrors.noTable(database, conflict.table()));
    }

    private Optional<Table> find(Conflict conflict) {
        return tables.stream()
                .filter(table -> table.name().value().equals(conflict.table()))
                .findFirst();
    }

    private List<Value> values(Table table, Row row) {
        if (!fits(table, row)) {
            throw ReplicaErrors.noTable(database, table.name().value());
        }
        return columns(table).map(column -> Cells.value(row.get(column))).toList();
    }

    /** A row of another schema may lack columns, or have more. */
    private static boolean fits(Table table, Row row) {
        return List.copyOf(row.values().keySet()).equals(columns(table).toList());
    }

    private static Stream<String> columns(Table table) {
        return table.columns().stream().map(name -> name.value());
    }
}
