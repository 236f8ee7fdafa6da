package dev.schemareset.turso.replica;

import dev.schemareset.model.Name;
import dev.schemareset.plan.ChangeLog;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.replica.ConflictStore.Versions;
import dev.schemareset.turso.replication.Conflict;
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

/** Saves the rows that would go with a database which is made anew, and the conflicts that it has, beside the rows that came. */
final class LostRows {

    private static final String CONFLICT = ChangeLog.CONFLICT.quoted();
    private static final String CONFLICT_VALUE = ChangeLog.CONFLICT_VALUE.quoted();

    private final Session session;
    private final List<Table> tables;
    private final ConflictStore store;
    private final Instant now;
    private long count;

    LostRows(Session session, List<Table> tables, Instant now) {
        this.session = session;
        this.tables = tables;
        this.store = new ConflictStore(session, Staging.SCHEMA);
        this.now = now;
    }

    /** How many rows were saved, without the conflicts that were there before. */
    long count() {
        return count;
    }

    void begin(Inventory found) throws SQLException {
        session.execute("CREATE TABLE " + Staging.SCHEMA + "." + CONFLICT
                + " (id INTEGER PRIMARY KEY AUTOINCREMENT, tbl, kind, kept, has_local, has_remote, detail, at)");
        session.execute("CREATE TABLE " + Staging.SCHEMA + "." + CONFLICT_VALUE
                + " (conflict, position, col, is_key, local, remote)");
        if (isThere(ChangeLog.CONFLICT, found)) {
            copy(session, "main", Staging.SCHEMA);
        }
    }

    /** What was changed and never sent. */
    void addUnsent(Inventory found) throws SQLException {
        LocalLog log = new LocalLog(session);
        for (Table table : keyed(found)) {
            if (log.tellsOf(table)) {
                log.dropIdle(table);
                addUnsent(table);
            }
        }
    }

    /** What somebody wanted back, and is not there as it is here. */
    void addBroughtBack(Inventory found) throws SQLException {
        for (Table table : keyed(found)) {
            String keys = RowSql.keys(table);
            add(
                    table,
                    "SELECT " + keys + " FROM " + RowSql.name(table) + " WHERE (" + keys + ") NOT IN ("
                            + LocalLog.selectKeys(table) + ")",
                    "an undo brought it back");
        }
    }

    /** The tables as they are, which may be others than those that take their place; of one without a key no log tells. */
    private List<Table> keyed(Inventory found) throws SQLException {
        List<Table> keyed = new ArrayList<>();
        if (isThere(ChangeLog.LOG, found)) {
            for (DatabaseObject object : found.ofKind(Kind.TABLE)) {
                Table table = TableReader.read(session.connection(), object.name());
                if (!table.key().isEmpty()) {
                    keyed.add(table);
                }
            }
        }
        return keyed;
    }

    private void addUnsent(Table table) throws SQLException {
        // One row may have been noted under several spellings of its key.
        add(
                table,
                "SELECT DISTINCT " + LocalLog.collatedKeys(table) + " FROM " + LocalLog.NAME + " WHERE "
                        + LocalLog.only(table),
                "it was never sent");
    }

    /** What was sent, and is not there any more as it was; a deletion, too. */
    void addDifferent() throws SQLException {
        for (Table table : tables) {
            String here = RowSql.keys(table);
            String there = String.join(", ", table.logColumns());
            String unsent = ") NOT IN (" + LocalLog.selectKeys(table) + ")";
            add(
                    table,
                    "SELECT " + here + " FROM " + RowSql.name(table) + " AS m WHERE NOT EXISTS (SELECT 1 FROM "
                            + Staging.name(table) + " AS i WHERE " + Staging.sameRow(table, "m") + ") AND (" + here
                            + unsent,
                    "it was sent, and is not there as it was");
            add(
                    table,
                    "SELECT " + there + " FROM " + Staging.name(table)
                            + " AS i WHERE NOT gone AND NOT EXISTS (SELECT 1 FROM "
                            + RowSql.name(table) + " AS m WHERE " + Staging.sameKey(table, "m") + ") AND (" + there
                            + unsent,
                    "it is new there, or it was deleted here and is there again");
        }
    }

    private void add(Table table, String query, String detail) throws SQLException {
        try (Statement statement = session.statement();
                ResultSet keys = statement.executeQuery(query);
                PreparedStatement local = session.prepare(RowSql.selectByKey(table))) {
            while (keys.next()) {
                List<Value> key = Cells.read(keys, 1, table.key().size());
                Optional<List<Value>> here = RowSql.row(local, table, key);
                Optional<List<Value>> there = came(table, key);
                if (!here.equals(there)) {
                    store.add(new Versions(table, Conflict.Kind.RESET, here, there, detail), Side.REMOTE, now);
                    count++;
                }
            }
        }
    }

    /** The row of the same key that came, where the table is still the same. */
    private Optional<List<Value>> came(Table table, List<Value> key) throws SQLException {
        if (!tables.contains(table)) {
            return Optional.empty();
        }
        List<String> matches = new ArrayList<>();
        table.logColumns().forEach(column -> matches.add(column + " = ?"));
        try (PreparedStatement select = session.prepare("SELECT " + Staging.values(table) + " FROM "
                + Staging.name(table) + " WHERE NOT gone AND " + String.join(" AND ", matches))) {
            return RowSql.row(select, table, key);
        }
    }

    /** Into the database that was made anew. */
    static void move(Session session) throws SQLException {
        copy(session, Staging.SCHEMA, "main");
    }

    /** With the last number that was given to a conflict: it never names another one. */
    private static void copy(Session session, String from, String to) throws SQLException {
        for (String table : List.of(CONFLICT, CONFLICT_VALUE)) {
            session.execute("INSERT INTO " + to + "." + table + " SELECT * FROM " + from + "." + table);
        }
        String counter = ".sqlite_sequence WHERE name = '" + ChangeLog.CONFLICT.value() + "'";
        session.execute("DELETE FROM " + to + counter);
        session.execute("INSERT INTO " + to + ".sqlite_sequence SELECT * FROM " + from + counter);
    }

    private static boolean isThere(Name table, Inventory found) {
        return found.ofKind(Kind.BOOKKEEPING_TABLE).stream()
                .anyMatch(object -> object.name().matches(table));
    }
}
