package dev.schemareset.turso.replica;

import dev.schemareset.plan.ChangeLog;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Int;
import dev.schemareset.turso.hrana.Hrana.Value.Null;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Conflict.Kind;
import dev.schemareset.turso.replication.Row;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the versions of rows that do not stand, each value as it was. */
final class ConflictStore {

    /**
     * Two versions of a row, or of two rows that cannot stand together.
     *
     * @param table the table
     * @param kind what came between them
     * @param local the values here; empty when there is no row
     * @param remote the values there; empty when there is no row
     * @param detail what is to be known beside that
     */
    record Versions(Table table, Kind kind, Optional<List<Value>> local, Optional<List<Value>> remote, String detail) {

        Conflict undecided(Instant now) {
            return new Conflict(
                    0,
                    table.name().value(),
                    kind,
                    local.map(row -> Replica.row(table, row)),
                    remote.map(row -> Replica.row(table, row)),
                    Side.LOCAL,
                    detail,
                    now);
        }
    }

    private final Session session;
    private final String conflicts;
    private final String values;

    /** The conflicts of one of the databases that are attached. */
    ConflictStore(Session session, String schema) {
        this.session = session;
        this.conflicts = schema + "." + ChangeLog.CONFLICT.quoted();
        this.values = schema + "." + ChangeLog.CONFLICT_VALUE.quoted();
    }

    void add(Versions versions, Side kept, Instant now) throws SQLException {
        long id;
        try (PreparedStatement statement = session.prepare("INSERT INTO " + conflicts
                + " (tbl, kind, kept, has_local, has_remote, detail, at) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
            statement.setString(1, versions.table().name().value());
            statement.setString(2, versions.kind().name());
            statement.setString(3, kept.name());
            statement.setBoolean(4, versions.local().isPresent());
            statement.setBoolean(5, versions.remote().isPresent());
            statement.setString(6, versions.detail());
            statement.setString(7, now.toString());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                id = rows.getLong(1);
            }
        }
        try (PreparedStatement statement = session.prepare("INSERT INTO " + values
                + " (conflict, position, col, is_key, local, remote) VALUES (?, ?, ?, ?, ?, ?)")) {
            Table table = versions.table();
            for (int i = 0; i < table.columns().size(); i++) {
                statement.setLong(1, id);
                statement.setInt(2, i);
                statement.setString(3, table.columns().get(i).value());
                statement.setBoolean(4, table.key().contains(i));
                Cells.bind(statement, 5, at(versions.local(), i));
                Cells.bind(statement, 6, at(versions.remote(), i));
                statement.executeUpdate();
            }
        }
    }

    private static Value at(Optional<List<Value>> row, int place) {
        return row.<Value>map(values -> values.get(place)).orElse(new Null());
    }

    long count() throws SQLException {
        return session.number("SELECT count(*) FROM " + conflicts);
    }

    List<Conflict> all() throws SQLException {
        return read("");
    }

    Optional<Conflict> find(long id) throws SQLException {
        return read(" WHERE id = " + id).stream().findFirst();
    }

    private List<Conflict> read(String which) throws SQLException {
        List<Conflict> read = new ArrayList<>();
        try (Statement statement = session.statement();
                ResultSet rows =
                        statement.executeQuery("SELECT id, tbl, kind, kept, has_local, has_remote, detail, at FROM "
                                + conflicts + which + " ORDER BY id")) {
            while (rows.next()) {
                long id = rows.getLong(1);
                read.add(new Conflict(
                        id,
                        rows.getString(2),
                        Kind.valueOf(rows.getString(3)),
                        rows.getBoolean(5) ? Optional.of(row(id, "local")) : Optional.empty(),
                        rows.getBoolean(6) ? Optional.of(row(id, "remote")) : Optional.empty(),
                        Side.valueOf(rows.getString(4)),
                        rows.getString(7),
                        Instant.parse(rows.getString(8))));
            }
        }
        return read;
    }

    private Row row(long id, String side) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        try (PreparedStatement statement =
                session.prepare("SELECT col, " + side + " FROM " + values + " WHERE conflict = ? ORDER BY position")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.put(rows.getString(1), Cells.object(Cells.value(rows.getObject(2))));
                }
            }
        }
        return new Row(row);
    }

    void remove(long id) throws SQLException {
        List<Value> named = List.of(new Int(id));
        session.update("DELETE FROM " + values + " WHERE conflict = ?", named);
        session.update("DELETE FROM " + conflicts + " WHERE id = ?", named);
    }
}
