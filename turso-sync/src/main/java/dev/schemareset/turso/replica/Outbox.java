package dev.schemareset.turso.replica;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import dev.schemareset.spi.Ending;
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
    private final LocalLog log;
    private final Map<String, Table> tables;

    Outbox(Session session, List<Table> tables) {
        this.session = session;
        this.log = new LocalLog(session);
        this.tables =
                tables.stream().collect(Collectors.toMap(table -> table.name().value(), Function.identity()));
    }

    /** As much as may be sent at once. */
    Beginning beginning(int mostRows, long mostBytes) throws SQLException {
        return read(Long.MAX_VALUE, mostRows, mostBytes, false);
    }

    /** All that a push covers which may have arrived, whatever became of its rows since. */
    Beginning upTo(long seq) throws SQLException {
        return read(seq, Integer.MAX_VALUE, Long.MAX_VALUE, true);
    }

    private Beginning read(long last, int mostRows, long mostBytes, boolean withIdle) throws SQLException {
        Map<Table, PreparedStatement> readers = new HashMap<>();
        return Ending.always(() -> read(last, mostRows, mostBytes, withIdle, readers), () -> {
            for (PreparedStatement reader : readers.values()) {
                reader.close();
            }
        });
    }

    private Beginning read(
            long last, int mostRows, long mostBytes, boolean withIdle, Map<Table, PreparedStatement> readers)
            throws SQLException {
        Map<Key, Change> changes = new LinkedHashMap<>();
        long bytes = 0;
        long seq = 0;
        boolean more = false;
        try (Statement statement = session.statement();
                ResultSet entries = statement.executeQuery("SELECT * FROM " + LocalLog.NAME + " ORDER BY seq")) {
            while (entries.next()) {
                Table table = table(entries.getString(2));
                Key key = new Key(table, Cells.read(entries, 3, table.key().size()));
                boolean isNew = !changes.containsKey(key);
                if (entries.getLong(1) > last || (isNew && (changes.size() == mostRows || bytes > mostBytes))) {
                    more = true;
                    break;
                }
                seq = entries.getLong(1);
                if (isNew) {
                    Optional<List<Value>> row = row(key, readers);
                    boolean isIdle = entries.getBoolean("evicted") && row.isPresent();
                    if (withIdle || !isIdle) {
                        changes.put(key, new Change(table, key.values(), row));
                        bytes += Cells.size(row.orElse(key.values()));
                    }
                }
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
        long rows = 0;
        for (Table table : logged()) {
            rows += log.rows(table);
        }
        return rows;
    }

    private List<Table> logged() throws SQLException {
        List<Table> logged = new ArrayList<>();
        try (Statement statement = session.statement();
                ResultSet names = statement.executeQuery("SELECT DISTINCT tbl FROM " + LocalLog.NAME)) {
            while (names.next()) {
                logged.add(table(names.getString(1)));
            }
        }
        return logged;
    }

    boolean isEmpty() throws SQLException {
        return log.isEmpty();
    }

    /** Forgets entries that mean nothing, and all but the last of each row, when there may be many: a row is sent once, as it is now. */
    void compact(int worthwhile) throws SQLException {
        dropIdle();
        if (session.number("SELECT coalesce(max(seq) - min(seq), 0) FROM " + LocalLog.NAME) >= worthwhile) {
            session.execute("DELETE FROM " + LocalLog.NAME + " WHERE seq NOT IN (SELECT max(seq) FROM " + LocalLog.NAME
                    + " GROUP BY tbl, evicted" + keyColumns() + ")");
        }
    }

    void dropIdle() throws SQLException {
        for (Table table : logged()) {
            log.dropIdle(table);
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
