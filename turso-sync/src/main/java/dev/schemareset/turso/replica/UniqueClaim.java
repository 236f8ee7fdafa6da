package dev.schemareset.turso.replica;

import dev.schemareset.spi.Ending;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Int;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A row that came, and that claims a unique value which other rows have here. */
final class UniqueClaim {

    private final Session session;
    private final Table table;
    private final List<Value> row;

    UniqueClaim(Session session, Table table, List<Value> row) {
        this.session = session;
        this.table = table;
        this.row = row;
    }

    /**
     * The rows that are in the way, whatever kind of unique key they share with it: SQLite itself tells, for with recursive triggers it
     * logs what {@code REPLACE} removes. All of that is taken back.
     */
    List<List<Value>> rivals() throws SQLException {
        session.execute("SAVEPOINT claim");
        List<List<Value>> removed = Ending.always(this::removedByReplace, () -> {
            session.execute("ROLLBACK TO claim");
            session.execute("RELEASE claim");
        });
        List<List<Value>> rivals = new ArrayList<>();
        try (PreparedStatement select = session.prepare(RowSql.selectByKey(table))) {
            for (List<Value> key : removed) {
                RowSql.row(select, table, key).ifPresent(rivals::add);
            }
        }
        return rivals;
    }

    private List<List<Value>> removedByReplace() throws SQLException {
        long end = session.number("SELECT coalesce(max(seq), 0) FROM " + LocalLog.NAME);
        new LocalLog(session).wake();
        session.update(RowSql.insert("INSERT OR REPLACE", table), row);
        List<List<Value>> removed = new ArrayList<>();
        try (PreparedStatement log = session.prepare("SELECT DISTINCT " + String.join(", ", table.logColumns())
                        + " FROM " + LocalLog.NAME + " WHERE seq > ?");
                PreparedStatement select = session.prepare(RowSql.selectByKey(table))) {
            Cells.bind(log, 1, new Int(end));
            try (ResultSet keys = log.executeQuery()) {
                while (keys.next()) {
                    List<Value> key = Cells.read(keys, 1, table.key().size());
                    if (RowSql.row(select, table, key).isEmpty()) {
                        removed.add(key);
                    }
                }
            }
        }
        return removed;
    }
}
