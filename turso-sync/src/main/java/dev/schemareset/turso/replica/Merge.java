package dev.schemareset.turso.replica;

import static java.util.stream.Collectors.joining;

import dev.schemareset.plan.ChangeLog;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Int;
import dev.schemareset.turso.replica.ConflictStore.Versions;
import dev.schemareset.turso.replication.Conflict.Kind;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the rows that came into the tables, in the transaction of its caller, with foreign keys off and nothing logged. A row that was
 * changed here as well is a conflict: one version stands, the other is kept. Rows that are the same on both sides are left alone.
 */
final class Merge {

    private static final String CONTEXT = "main." + ChangeLog.CONTEXT.quoted();
    private static final String DIRTY = Staging.SCHEMA + ".\"_sync_dirty\"";

    /** How many rows are read at a time. */
    private static final int PAGE = 100;

    private final Session session;
    private final Staging staging;
    private final LocalLog log;
    private final ConflictPolicy policy;
    private final ConflictStore conflicts;
    private final Instant now;
    private long rows;
    private long found;

    Merge(Session session, Staging staging, ConflictPolicy policy, Instant now) {
        this.session = session;
        this.staging = staging;
        this.log = new LocalLog(session);
        this.policy = policy;
        this.conflicts = new ConflictStore(session, "main");
        this.now = now;
    }

    /** How many rows were written or deleted. */
    long rows() {
        return rows;
    }

    /** How many conflicts there were. */
    long conflicts() {
        return found;
    }

    void run() throws SQLException {
        // Nothing of this is to be sent.
        session.execute("INSERT INTO " + CONTEXT + " (id) VALUES (1)");
        for (Table table : staging.tables()) {
            dropEqual(table);
            resolveDirty(table);
            rows += session.number("SELECT count(*) FROM " + Staging.name(table));
            session.execute("DELETE FROM " + RowSql.name(table) + " WHERE " + keys(table) + " IN (SELECT "
                    + String.join(", ", table.logColumns()) + " FROM " + Staging.name(table) + ")");
            insert(table);
        }
        session.execute("DELETE FROM " + CONTEXT);
    }

    /**
     * Where all rows of the other side came, those that did not are gone there; but one that was changed here may be new, and is better kept
     * than deleted.
     */
    void addMissing() throws SQLException {
        for (Table table : staging.tables()) {
            List<String> columns = table.keyColumns().stream()
                    .map(column -> "m." + column.quoted())
                    .toList();
            session.execute("INSERT INTO " + Staging.name(table) + " (" + String.join(", ", table.logColumns())
                    + ", gone) SELECT "
                    + String.join(", ", columns) + ", 1 FROM " + RowSql.name(table)
                    + " AS m WHERE NOT EXISTS (SELECT 1 FROM " + Staging.name(table) + " AS i WHERE "
                    + Staging.sameKey(table, "m")
                    + ") AND (" + String.join(", ", columns) + ") NOT IN (SELECT "
                    + String.join(", ", table.logColumns()) + " FROM " + LocalLog.NAME + " WHERE "
                    + LocalLog.only(table) + ")");
        }
    }

    /** Rows that are as they came need not be written, and what was noted of them need not be sent. */
    private void dropEqual(Table table) throws SQLException {
        String isEqual = "(i.gone AND NOT EXISTS (SELECT 1 FROM " + RowSql.name(table) + " AS m WHERE "
                + Staging.sameKey(table, "m") + ")) OR EXISTS (SELECT 1 FROM " + RowSql.name(table)
                + " AS m WHERE NOT i.gone AND " + Staging.sameRow(table, "m") + ")";
        if (log.tellsOf(table)) {
            session.execute("DELETE FROM " + LocalLog.NAME + " WHERE " + LocalLog.only(table) + " AND "
                    + LocalLog.keys(table) + " IN (SELECT "
                    + String.join(", ", table.logColumns()) + " FROM " + Staging.name(table) + " AS i WHERE " + isEqual
                    + ")");
        }
        session.execute("DELETE FROM " + Staging.name(table) + " AS i WHERE " + isEqual);
    }

    private void resolveDirty(Table table) throws SQLException {
        if (!log.tellsOf(table)) {
            return;
        }
        String staged = table.logColumns().stream().map(column -> "i." + column).collect(joining(", "));
        session.execute("CREATE TABLE " + DIRTY + " AS SELECT DISTINCT i.rowid AS id, " + staged + " FROM "
                + LocalLog.NAME + " AS l JOIN " + Staging.name(table) + " AS i ON " + sameKeyAs(table, "l") + " WHERE "
                + LocalLog.only(table));
        try (Statement statement = session.statement();
                ResultSet dirty = statement.executeQuery("SELECT * FROM " + DIRTY + " ORDER BY id");
                PreparedStatement local = session.prepare(RowSql.selectByKey(table));
                PreparedStatement remote = session.prepare("SELECT " + Staging.values(table) + " FROM "
                        + Staging.name(table) + " WHERE rowid = ? AND NOT gone")) {
            while (dirty.next()) {
                long id = dirty.getLong(1);
                List<Value> key = Cells.read(dirty, 2, table.key().size());
                Versions versions = new Versions(
                        table,
                        Kind.ROW,
                        RowSql.row(local, table, key),
                        RowSql.row(remote, table, List.of(new Int(id))),
                        "");
                if (decide(versions) == Side.LOCAL) {
                    session.execute("DELETE FROM " + Staging.name(table) + " WHERE rowid = " + id);
                } else {
                    log.forget(table, key);
                }
            }
        }
        session.execute("DROP TABLE " + DIRTY);
    }

    private Side decide(Versions versions) throws SQLException {
        Side kept = policy.decide(versions.undecided(now));
        record(versions, kept);
        return kept;
    }

    private void record(Versions versions, Side kept) throws SQLException {
        conflicts.add(versions, kept, now);
        found++;
    }

    /** Writes the rows that are there. Nearly always all of them fit. */
    private void insert(Table table) throws SQLException {
        try {
            session.execute("INSERT INTO " + RowSql.name(table) + " (" + RowSql.columns(table) + ") SELECT "
                    + Staging.values(table) + " FROM " + Staging.name(table) + " WHERE NOT gone");
        } catch (SQLException e) {
            if (!Constraint.isViolated(e)) {
                throw e;
            }
            insertEach(table);
        }
    }

    /** Some at a time: what is taken back below would end a query that is still open. */
    private void insertEach(Table table) throws SQLException {
        long last = 0;
        List<List<Value>> page;
        do {
            page = stagedAfter(table, last);
            for (List<Value> staged : page) {
                last = ((Int) staged.get(0)).value();
                insert(table, staged.subList(1, staged.size()));
            }
        } while (!page.isEmpty());
    }

    private List<List<Value>> stagedAfter(Table table, long last) throws SQLException {
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

    private void insert(Table table, List<Value> row) throws SQLException {
        try {
            session.update(RowSql.insert("INSERT", table), row);
        } catch (SQLException e) {
            if (Constraint.isUnique(e)) {
                claim(table, row);
            } else if (Constraint.isViolated(e)) {
                rows--;
                record(
                        new Versions(table, Kind.REJECTED, Optional.empty(), Optional.of(row), Constraint.said(e)),
                        Side.LOCAL);
            } else {
                throw e;
            }
        }
    }

    /** A row whose unique value another row has here, which the other side does not know. */
    private void claim(Table table, List<Value> row) throws SQLException {
        List<List<Value>> rivals = new UniqueClaim(session, table, row).rivals();
        List<Versions> versions = rivals.stream()
                .map(other -> new Versions(table, Kind.UNIQUE, Optional.of(other), Optional.of(row), ""))
                .toList();
        // It stands only where it wins against all of them.
        boolean stands = versions.stream().allMatch(each -> policy.decide(each.undecided(now)) == Side.REMOTE);
        for (Versions each : versions) {
            record(each, stands ? Side.REMOTE : Side.LOCAL);
        }
        if (!stands) {
            rows--;
            log.note(table, table.keyOf(row));
            return;
        }
        for (List<Value> other : rivals) {
            session.update(RowSql.deleteByKey(table), table.keyOf(other));
            log.note(table, table.keyOf(other));
        }
        session.update(RowSql.insert("INSERT", table), row);
    }

    /** As the columns of the staged key compare. */
    private static String sameKeyAs(Table table, String log) {
        return table.logColumns().stream()
                .map(column -> "i." + column + " = " + log + "." + column)
                .collect(joining(" AND "));
    }

    private static String keys(Table table) {
        return table.keyColumns().stream().map(column -> column.quoted()).collect(joining(", ", "(", ")"));
    }
}
