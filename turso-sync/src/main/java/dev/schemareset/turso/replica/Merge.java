package dev.schemareset.turso.replica;

import static java.util.stream.Collectors.joining;

import dev.schemareset.plan.ChangeLog;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.replica.ConflictStore.Versions;
import dev.schemareset.turso.replication.Conflict.Kind;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes the rows that came into the tables, in the transaction of its caller, with foreign keys off and nothing logged. A row that was
 * changed here as well is a conflict: one version stands, the other is kept. Rows that are the same on both sides are left alone.
 */
final class Merge {

    private static final String LOG = "main." + ChangeLog.LOG.quoted();
    private static final String DIRTY = Staging.SCHEMA + ".\"_sync_dirty\"";

    /** How many rows are read at a time. */
    private static final int PAGE = 100;

    private final Connection connection;
    private final Staging staging;
    private final ConflictPolicy policy;
    private final ConflictStore conflicts;
    private final Instant now;
    private long rows;
    private long found;

    Merge(Connection connection, Staging staging, ConflictPolicy policy, Instant now) {
        this.connection = connection;
        this.staging = staging;
        this.policy = policy;
        this.conflicts = new ConflictStore(connection, "main");
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
        for (Table table : staging.tables()) {
            dropEqual(table);
            resolveDirty(table);
            rows += number("SELECT count(*) FROM " + Staging.name(table));
            update("DELETE FROM " + RowSql.name(table) + " WHERE " + keys(table) + " IN (SELECT "
                    + String.join(", ", table.logColumns()) + " FROM " + Staging.name(table) + ")");
            insert(table);
        }
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
            update("INSERT INTO " + Staging.name(table) + " (" + String.join(", ", table.logColumns())
                    + ", gone) SELECT "
                    + String.join(", ", columns) + ", 1 FROM " + RowSql.name(table)
                    + " AS m WHERE NOT EXISTS (SELECT 1 FROM " + Staging.name(table) + " AS i WHERE "
                    + Staging.sameKey(table, "m")
                    + ") AND (" + String.join(", ", columns) + ") NOT IN (SELECT "
                    + String.join(", ", table.logColumns()) + " FROM " + LOG + " WHERE tbl = " + text(table) + ")");
        }
    }

    /** Rows that are as they came need not be written, and what was noted of them need not be sent. */
    private void dropEqual(Table table) throws SQLException {
        String isEqual = "(i.gone AND NOT EXISTS (SELECT 1 FROM " + RowSql.name(table) + " AS m WHERE "
                + Staging.sameKey(table, "m") + ")) OR EXISTS (SELECT 1 FROM " + RowSql.name(table)
                + " AS m WHERE NOT i.gone AND " + Staging.sameRow(table, "m") + ")";
        if (isAnyDirty(table)) {
            update("DELETE FROM " + LOG + " WHERE tbl = " + text(table) + " AND " + logKeys(table) + " IN (SELECT "
                    + String.join(", ", table.logColumns()) + " FROM " + Staging.name(table) + " AS i WHERE " + isEqual
                    + ")");
        }
        update("DELETE FROM " + Staging.name(table) + " AS i WHERE " + isEqual);
    }

    private boolean isAnyDirty(Table table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT 1 FROM " + LOG + " WHERE tbl = " + text(table) + " LIMIT 1")) {
            return rows.next();
        }
    }

    private void resolveDirty(Table table) throws SQLException {
        if (!isAnyDirty(table)) {
            return;
        }
        String staged = table.logColumns().stream().map(column -> "i." + column).collect(joining(", "));
        staging.execute("CREATE TABLE " + DIRTY + " AS SELECT DISTINCT i.rowid AS id, " + staged + " FROM " + LOG
                + " AS l JOIN " + Staging.name(table) + " AS i ON " + sameKeyAs(table, "l") + " WHERE l.tbl = "
                + text(table));
        try (Statement statement = connection.createStatement();
                ResultSet dirty = statement.executeQuery("SELECT * FROM " + DIRTY + " ORDER BY id");
                PreparedStatement local = connection.prepareStatement(RowSql.selectByKey(table));
                PreparedStatement remote = connection.prepareStatement("SELECT " + Staging.values(table) + " FROM "
                        + Staging.name(table) + " WHERE rowid = ? AND NOT gone")) {
            while (dirty.next()) {
                long id = dirty.getLong(1);
                List<Value> key = Cells.read(dirty, 2, table.key().size());
                Versions versions = new Versions(
                        table,
                        Kind.ROW,
                        RowSql.row(local, table, key),
                        RowSql.row(remote, table, List.of(new Value.Int(id))),
                        "");
                if (decide(versions) == Side.LOCAL) {
                    update("DELETE FROM " + Staging.name(table) + " WHERE rowid = " + id);
                } else {
                    forget(table, key);
                }
            }
        }
        staging.execute("DROP TABLE " + DIRTY);
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

    private void forget(Table table, List<Value> key) throws SQLException {
        String matches = IntStream.range(0, table.key().size())
                .mapToObj(i -> " AND " + table.logColumns().get(i) + " = ? COLLATE "
                        + table.collations().get(i))
                .collect(joining());
        update("DELETE FROM " + LOG + " WHERE tbl = " + text(table) + matches, key);
    }

    /** Writes the rows that are there. Nearly always all of them fit. */
    private void insert(Table table) throws SQLException {
        try {
            update("INSERT INTO " + RowSql.name(table) + " (" + RowSql.columns(table) + ") SELECT "
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
                last = ((Value.Int) staged.get(0)).value();
                insert(table, staged.subList(1, staged.size()));
            }
        } while (!page.isEmpty());
    }

    private List<List<Value>> stagedAfter(Table table, long last) throws SQLException {
        List<List<Value>> page = new ArrayList<>();
        try (Statement statement = connection.createStatement();
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
            update(RowSql.insert("INSERT", table), row);
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
        List<List<Value>> taken = evictedBy(table, row);
        List<Versions> versions = taken.stream()
                .map(other -> new Versions(table, Kind.UNIQUE, Optional.of(other), Optional.of(row), ""))
                .toList();
        // It stands only where it wins against all of them.
        boolean stands = versions.stream().allMatch(each -> policy.decide(each.undecided(now)) == Side.REMOTE);
        for (Versions each : versions) {
            record(each, stands ? Side.REMOTE : Side.LOCAL);
        }
        if (!stands) {
            rows--;
            note(table, table.keyOf(row));
            return;
        }
        for (List<Value> other : taken) {
            update(RowSql.deleteByKey(table), table.keyOf(other));
            note(table, table.keyOf(other));
        }
        update(RowSql.insert("INSERT", table), row);
    }

    /**
     * The rows that are in the way of one, whatever kind of unique key they share with it: SQLite itself tells, for with recursive
     * triggers it logs what {@code REPLACE} removes. All of that is taken back.
     */
    private List<List<Value>> evictedBy(Table table, List<Value> row) throws SQLException {
        List<List<Value>> evicted = new ArrayList<>();
        List<List<Value>> logged = new ArrayList<>();
        staging.execute("SAVEPOINT claim");
        try {
            long end = number("SELECT coalesce(max(seq), 0) FROM " + LOG);
            update("DELETE FROM main." + ChangeLog.CONTEXT.quoted());
            update(RowSql.insert("INSERT OR REPLACE", table), row);
            try (PreparedStatement log = connection.prepareStatement(
                    "SELECT DISTINCT " + String.join(", ", table.logColumns()) + " FROM " + LOG + " WHERE seq > ?")) {
                log.setLong(1, end);
                try (ResultSet keys = log.executeQuery()) {
                    while (keys.next()) {
                        logged.add(Cells.read(keys, 1, table.key().size()));
                    }
                }
            }
            try (PreparedStatement select = connection.prepareStatement(RowSql.selectByKey(table))) {
                for (List<Value> key : List.copyOf(logged)) {
                    if (RowSql.row(select, table, key).isPresent()) {
                        logged.remove(key);
                    }
                }
            }
        } finally {
            staging.execute("ROLLBACK TO claim");
            staging.execute("RELEASE claim");
        }
        try (PreparedStatement select = connection.prepareStatement(RowSql.selectByKey(table))) {
            for (List<Value> key : logged) {
                RowSql.row(select, table, key).ifPresent(evicted::add);
            }
        }
        return evicted;
    }

    /** What does not stand here must not stand there. */
    private void note(Table table, List<Value> key) throws SQLException {
        List<Value> values = new ArrayList<>(List.of(new Value.Text(table.name().value())));
        values.addAll(key);
        update(
                "INSERT INTO " + LOG + " (tbl, " + String.join(", ", table.logColumns()) + ") VALUES (?"
                        + ", ?".repeat(key.size()) + ")",
                values);
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

    private static String logKeys(Table table) {
        return IntStream.range(0, table.key().size())
                .mapToObj(i -> table.logColumns().get(i) + " COLLATE "
                        + table.collations().get(i))
                .collect(joining(", ", "(", ")"));
    }

    private static String text(Table table) {
        return "'" + table.name().value().replace("'", "''") + "'";
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long update(String sql) throws SQLException {
        return update(sql, List.of());
    }

    private long update(String sql, List<Value> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Cells.bind(statement, 1, values);
            return statement.executeUpdate();
        }
    }
}
