package dev.schemareset.turso.replica;

import static java.util.stream.Collectors.joining;

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
import java.util.List;
import java.util.Optional;

/**
 * Writes the rows that came into the tables, in the transaction of its caller, with foreign keys off and nothing logged. A row that was
 * changed here as well is a conflict: one version stands, the other is kept. Rows that are the same on both sides are left alone.
 */
final class Merge {

    private static final String DIRTY = Staging.SCHEMA + ".\"_sync_dirty\"";

    private static final String NOT_AMONG_ALL =
            "all rows were fetched anew, and it is not among them: it is new here, or was deleted there";

    private final Session session;
    private final Staging staging;
    private final LocalLog log;
    private final Arbiter arbiter;
    private long rows;

    Merge(Session session, Staging staging, ConflictPolicy policy, Instant now) {
        this.session = session;
        this.staging = staging;
        this.log = new LocalLog(session);
        this.arbiter = new Arbiter(policy, new ConflictStore(session, "main"), now);
    }

    /** How many rows were written or deleted. */
    long rows() {
        return rows;
    }

    /** How many conflicts there were. */
    long conflicts() {
        return arbiter.conflicts();
    }

    void run() throws SQLException {
        // Nothing of this is to be sent.
        log.silence();
        for (Table table : staging.tables()) {
            dropEqual(table);
            resolveDirty(table);
            rows += session.number("SELECT count(*) FROM " + Staging.name(table));
            write(table);
        }
        log.wake();
    }

    /**
     * Where all rows of the other side came, those that did not are gone there; but one that was changed here may be new, and is better kept
     * than deleted.
     */
    void addMissing() throws SQLException {
        for (Table table : staging.tables()) {
            String columns = table.keyColumns().stream()
                    .map(column -> "m." + column.quoted())
                    .collect(joining(", "));
            String missing = " FROM " + RowSql.name(table) + " AS m WHERE NOT EXISTS (SELECT 1 FROM "
                    + Staging.name(table) + " AS i WHERE " + Staging.sameKey(table, "m") + ") AND (" + columns + ")";
            String changed = " IN (" + LocalLog.selectKeys(table) + ")";
            keep(table, missing + changed);
            session.execute("INSERT INTO " + Staging.name(table) + " (" + String.join(", ", table.logColumns())
                    + ", gone) SELECT " + columns + ", 1" + missing + " NOT" + changed);
        }
    }

    private void keep(Table table, String missing) throws SQLException {
        try (Statement statement = session.statement();
                ResultSet rows = statement.executeQuery("SELECT " + RowSql.columns(table) + missing)) {
            while (rows.next()) {
                Optional<List<Value>> row =
                        Optional.of(Cells.read(rows, 1, table.columns().size()));
                arbiter.record(new Versions(table, Kind.ROW, row, Optional.empty(), NOT_AMONG_ALL), Side.LOCAL);
            }
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
                + LocalLog.NAME + " AS l JOIN " + Staging.name(table) + " AS i ON " + sameKeyAsLogged(table) + " WHERE "
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
                Side kept = arbiter.decide(versions);
                arbiter.record(versions, kept);
                if (kept == Side.LOCAL) {
                    session.execute("DELETE FROM " + Staging.name(table) + " WHERE rowid = " + id);
                } else {
                    log.forget(table, key);
                }
            }
        }
        session.execute("DROP TABLE " + DIRTY);
    }

    /** Replaces the rows that are to be written. Nearly always all of them fit. */
    private void write(Table table) throws SQLException {
        session.execute("SAVEPOINT bulk");
        try {
            delete(table);
            session.execute("INSERT INTO " + RowSql.name(table) + " (" + RowSql.columns(table) + ") SELECT "
                    + Staging.values(table) + " FROM " + Staging.name(table) + " WHERE NOT gone");
        } catch (SQLException e) {
            if (!Constraint.isViolated(e)) {
                throw e;
            }
            session.execute("ROLLBACK TO bulk");
            OneByOne each = new OneByOne(session, arbiter, table);
            each.keepBefore();
            delete(table);
            rows -= each.write();
        }
        session.execute("RELEASE bulk");
    }

    private void delete(Table table) throws SQLException {
        session.execute("DELETE FROM " + RowSql.name(table) + " WHERE " + keys(table) + " IN (SELECT "
                + String.join(", ", table.logColumns()) + " FROM " + Staging.name(table) + ")");
    }

    /** As the columns of the staged key compare. */
    private static String sameKeyAsLogged(Table table) {
        return table.logColumns().stream()
                .map(column -> "i." + column + " = l." + column)
                .collect(joining(" AND "));
    }

    private static String keys(Table table) {
        return table.keyColumns().stream().map(column -> column.quoted()).collect(joining(", ", "(", ")"));
    }
}
