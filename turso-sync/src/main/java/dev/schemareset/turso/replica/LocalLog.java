package dev.schemareset.turso.replica;

import static java.util.stream.Collectors.joining;

import dev.schemareset.plan.ChangeLog;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The log of what was changed here and is yet to be sent: which rows it tells of. An entry of a row that a {@code REPLACE} may have evicted
 * means nothing where the row is there.
 */
final class LocalLog {

    private static final String LOG = ChangeLog.LOG.quoted();

    private static final String CONTEXT = "main." + ChangeLog.CONTEXT.quoted();

    /** The log as SQL names it. */
    static final String NAME = "main." + LOG;

    private final Session session;

    LocalLog(Session session) {
        this.session = session;
    }

    /** Notes nothing from here on, in this transaction. */
    void silence() throws SQLException {
        session.execute("INSERT INTO " + CONTEXT + " (id) VALUES (1)");
    }

    /** Notes again what is changed. */
    void wake() throws SQLException {
        session.execute("DELETE FROM " + CONTEXT);
    }

    boolean isEmpty() throws SQLException {
        return !session.isAny("SELECT 1 FROM " + NAME + " LIMIT 1", List.of());
    }

    boolean tellsOf(Table table) throws SQLException {
        return session.isAny("SELECT 1 FROM " + NAME + " WHERE " + only(table) + " LIMIT 1", List.of());
    }

    boolean tellsOf(Table table, List<Value> key) throws SQLException {
        return session.isAny(
                "SELECT 1 FROM " + NAME + where(table) + " AND NOT " + isIdle(table) + " LIMIT 1", values(table, key));
    }

    /** How many rows of a table it tells of. */
    long rows(Table table) throws SQLException {
        return session.number("SELECT count(*) FROM (SELECT DISTINCT " + collatedKeys(table) + " FROM " + NAME
                + " WHERE " + only(table) + " AND NOT " + isIdle(table) + ")");
    }

    /** Forgets entries that mean nothing. */
    void dropIdle(Table table) throws SQLException {
        session.execute("DELETE FROM " + NAME + " WHERE " + only(table) + " AND " + isIdle(table));
    }

    void forget(Table table, List<Value> key) throws SQLException {
        session.update("DELETE FROM " + NAME + where(table), values(table, key));
    }

    void note(Table table, List<Value> key) throws SQLException {
        session.update(
                "INSERT INTO " + NAME + " (tbl, " + String.join(", ", table.logColumns()) + ") VALUES (?"
                        + ", ?".repeat(key.size()) + ")",
                values(table, key));
    }

    /** What chooses the entries of one table. */
    static String only(Table table) {
        return "tbl = '" + table.name().value().replace("'", "''") + "'";
    }

    /** Selects the keys of one table. Without NULL, beside which {@code NOT IN} holds for no row; no row has it as its key. */
    static String selectKeys(Table table) {
        return "SELECT " + String.join(", ", table.logColumns()) + " FROM " + NAME + " WHERE " + only(table)
                + table.logColumns().stream()
                        .map(column -> " AND " + column + " IS NOT NULL")
                        .collect(joining());
    }

    /** The columns of a key as they compare in the table. */
    static String keys(Table table) {
        return "(" + collatedKeys(table) + ")";
    }

    static String collatedKeys(Table table) {
        return IntStream.range(0, table.key().size())
                .mapToObj(i -> table.logColumns().get(i) + " COLLATE "
                        + table.collations().get(i))
                .collect(joining(", "));
    }

    private static String isIdle(Table table) {
        return IntStream.range(0, table.key().size())
                .mapToObj(i -> "t." + table.keyColumns().get(i).quoted() + " = " + LOG + "."
                        + table.logColumns().get(i))
                .collect(joining(
                        " AND ",
                        "(evicted IS NOT NULL AND EXISTS (SELECT 1 FROM " + RowSql.name(table) + " AS t WHERE ",
                        "))"));
    }

    private static String where(Table table) {
        return IntStream.range(0, table.key().size())
                .mapToObj(i -> " AND " + table.logColumns().get(i) + " = ? COLLATE "
                        + table.collations().get(i))
                .collect(joining("", " WHERE tbl = ?", ""));
    }

    private static List<Value> values(Table table, List<Value> key) {
        List<Value> values = new ArrayList<>(key.size() + 1);
        values.add(new Text(table.name().value()));
        values.addAll(key);
        return values;
    }
}
