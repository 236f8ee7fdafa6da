package dev.schemareset.turso.replica;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what was changed here and is yet to be sent: the log in its order, each row once, as it is now. */
final class Outbox {

    /**
     * The beginning of the log.
     *
     * @param changes the rows that it tells of
     * @param seq the number of its last entry
     * @param more whether there are entries after it
     */
    record Beginning(List<Change> changes, long seq, boolean more) {}

    private final Session session;
    private final Map<String, Table> tables;

    Outbox(Session session, List<Table> tables) {
        this.session = session;
        this.tables =
                tables.stream().collect(Collectors.toMap(table -> table.name().value(), Function.identity()));
    }

    /** As much as may be sent at once. */
    Beginning beginning(int mostRows, long mostBytes) throws SQLException {
        return read(Long.MAX_VALUE, mostRows, mostBytes);
    }

    /** As much as was sent before. */
    Beginning upTo(long seq) throws SQLException {
        return read(seq, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    private Beginning read(long last, int mostRows, long mostBytes) throws SQLException {
        Map<Key, Change> changes = new LinkedHashMap<>();
        Map<Table, PreparedStatement> readers = new HashMap<>();
        long bytes = 0;
        long seq = 0;
        boolean more = false;
        try (Statement statement = session.statement();
                ResultSet log = statement.executeQuery("SELECT * FROM " + LocalLog.NAME + " ORDER BY seq")) {
            while (log.next()) {
                Table table = table(log.getString(2));
                Key key = new Key(table, Cells.read(log, 3, table.key().size()));
                boolean isNew = !changes.containsKey(key);
                if (log.getLong(1) > last || (isNew && (changes.size() == mostRows || bytes > mostBytes))) {
                    more = true;
                    break;
                }
                if (isNew) {
                    Change change = new Change(table, key.values(), row(key, readers));
                    changes.put(key, change);
                    bytes += Cells.size(change.row().orElse(key.values()));
                }
                seq = log.getLong(1);
            }
        } finally {
            for (PreparedStatement reader : readers.values()) {
                reader.close();
            }
        }
        return new Beginning(new ArrayList<>(changes.values()), seq, more);
    }

    private record Key(Table table, List<Value> values) {}

    /** The models have changed, and the database was not reset. */
    private Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("the log tells of the table " + new Name(name) + ", which there is not");
        }
        return table;
    }

    private Optional<List<Value>> row(Key key, Map<Table, PreparedStatement> readers) throws SQLException {
        PreparedStatement reader = readers.get(key.table());
        if (reader == null) {
            reader = session.prepare(RowSql.selectByKey(key.table()));
            readers.put(key.table(), reader);
        }
        return RowSql.row(reader, key.table(), key.values());
    }

    /** How many rows the log tells of. */
    long rows() throws SQLException {
        return session.number(
                "SELECT count(*) FROM (SELECT DISTINCT tbl" + keyColumns() + " FROM " + LocalLog.NAME + ")");
    }

    /** Forgets all but the last entry of each row, when there may be many: each row is sent once, as it is now. */
    void compact(int worthwhile) throws SQLException {
        if (session.number("SELECT coalesce(max(seq) - min(seq), 0) FROM " + LocalLog.NAME) >= worthwhile) {
            session.execute("DELETE FROM " + LocalLog.NAME + " WHERE seq NOT IN (SELECT max(seq) FROM " + LocalLog.NAME
                    + " GROUP BY tbl" + keyColumns() + ")");
        }
    }

    /** Forgets what was sent. */
    void remove(long seq) throws SQLException {
        session.update("DELETE FROM " + LocalLog.NAME + " WHERE seq <= ?", List.of(new Value.Int(seq)));
    }

    private String keyColumns() {
        int widest = tables.values().stream()
                .mapToInt(table -> table.key().size())
                .max()
                .orElse(1);
        return IntStream.rangeClosed(1, widest).mapToObj(i -> ", k" + i).collect(joining());
    }
}
