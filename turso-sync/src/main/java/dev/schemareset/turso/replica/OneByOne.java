package dev.schemareset.turso.replica;

import static java.util.stream.Collectors.joining;

import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Int;
import dev.schemareset.turso.replica.ConflictStore.Versions;
import dev.schemareset.turso.replication.Conflict.Kind;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the rows of a table one by one, where not all that came fit: a row may claim a unique value that another one has here, or break a
 * rule that holds here. One that does not stand counts as gone from then on.
 */
final class OneByOne {

    private static final String BEFORE = Staging.SCHEMA + ".\"_sync_before\"";

    /** How many rows are read at a time. */
    private static final int PAGE = 100;

    private final Session session;
    private final Arbiter arbiter;
    private final LocalLog log;
    private final Table table;
    private final List<Versions> rejected = new ArrayList<>();
    private long fallen;

    OneByOne(Session session, Arbiter arbiter, Table table) {
        this.session = session;
        this.arbiter = arbiter;
        this.log = new LocalLog(session);
        this.table = table;
    }

    /** Keeps the rows that are to be replaced: where a row that came is rejected, that of before stays. */
    void keepBefore() throws SQLException {
        String columns =
                table.columns().stream().map(column -> ", m." + column.quoted()).collect(joining());
        session.execute("CREATE TABLE " + BEFORE + " (id INTEGER PRIMARY KEY, " + Staging.values(table) + ")");
        session.execute("INSERT INTO " + BEFORE + " SELECT i.rowid" + columns + " FROM " + RowSql.name(table)
                + " AS m JOIN " + Staging.name(table) + " AS i ON " + Staging.sameKey(table, "m")
                + " WHERE NOT i.gone");
    }

    /** Returns how many rows do not stand. */
    long write() throws SQLException {
        long last = 0;
        List<List<Value>> page;
        // Some at a time: what is taken back for a claim would end a query that is still open.
        do {
            page = stagedAfter(last);
            for (List<Value> staged : page) {
                last = ((Int) staged.get(0)).value();
                insert(last, staged.subList(1, staged.size()));
            }
        } while (!page.isEmpty());
        // Only now: a row that came may have the unique value that was theirs.
        for (Versions versions : rejected) {
            putBack(versions);
        }
        session.execute("DROP TABLE " + BEFORE);
        return fallen;
    }

    private List<List<Value>> stagedAfter(long last) throws SQLException {
        List<List<Value>> page = new ArrayList<>();
        try (Statement statement = session.statement();
                ResultSet staged =
                        statement.executeQuery("SELECT rowid, " + Staging.values(table) + " FROM " + Staging.name(table)
                                + " WHERE NOT gone AND rowid > " + last + " ORDER BY rowid LIMIT " + PAGE)) {
            while (staged.next()) {
                page.add(Cells.read(staged, 1, 1 + table.columns().size()));
            }
        }
        return page;
    }

    private void insert(long id, List<Value> row) throws SQLException {
        try {
            session.update(RowSql.insert("INSERT", table), row);
        } catch (SQLException e) {
            if (Constraint.isUnique(e)) {
                claim(id, row);
            } else if (Constraint.isViolated(e)) {
                rejected.add(new Versions(table, Kind.REJECTED, before(id), Optional.of(row), Constraint.said(e)));
                falls(id);
            } else {
                throw e;
            }
        }
    }

    private Optional<List<Value>> before(long id) throws SQLException {
        try (PreparedStatement select =
                session.prepare("SELECT " + Staging.values(table) + " FROM " + BEFORE + " WHERE id = ?")) {
            return RowSql.row(select, table, List.of(new Int(id)));
        }
    }

    private void falls(long id) throws SQLException {
        fallen++;
        session.execute("UPDATE " + Staging.name(table) + " SET gone = 1 WHERE rowid = " + id);
    }

    private void putBack(Versions versions) throws SQLException {
        String detail = versions.detail();
        if (versions.local().isPresent()) {
            try {
                session.update(RowSql.insert("INSERT", table), versions.local().get());
            } catch (SQLException e) {
                if (!Constraint.isViolated(e)) {
                    throw e;
                }
                detail += "; the local version is not here any more: " + Constraint.said(e);
            }
        }
        arbiter.record(new Versions(table, versions.kind(), versions.local(), versions.remote(), detail), Side.LOCAL);
    }

    /** A row whose unique value another row has here, which the other side does not know. */
    private void claim(long id, List<Value> row) throws SQLException {
        List<List<Value>> rivals = new UniqueClaim(session, table, row).rivals();
        List<Versions> versions = rivals.stream()
                .map(other -> new Versions(table, Kind.UNIQUE, Optional.of(other), Optional.of(row), ""))
                .toList();
        // It stands only where it wins against all of them.
        boolean stands = versions.stream().allMatch(each -> arbiter.decide(each) == Side.REMOTE);
        for (Versions each : versions) {
            arbiter.record(each, stands ? Side.REMOTE : Side.LOCAL);
        }
        if (!stands) {
            log.note(table, table.keyOf(row));
            falls(id);
            return;
        }
        for (List<Value> other : rivals) {
            remove(table.keyOf(other));
        }
        session.update(RowSql.insert("INSERT", table), row);
    }

    private void remove(List<Value> key) throws SQLException {
        session.update(RowSql.deleteByKey(table), key);
        log.note(table, key);
        session.update(
                "INSERT OR REPLACE INTO " + Staging.name(table) + " (" + String.join(", ", table.logColumns())
                        + ", gone) VALUES (" + RowSql.places(key.size()) + ", 1)",
                key);
    }
}
