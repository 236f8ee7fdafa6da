package dev.schemareset.turso.replica;

import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rows of the local database. */
final class LocalRows implements Rows {

    /** A page of large rows is short. */
    private static final long MOST_BYTES = 1_000_000;

    private final Session session;

    LocalRows(Session session) {
        this.session = session;
    }

    @Override
    public List<Change> page(Table table, Optional<List<Value>> after, int limit) throws SQLException {
        String columns = RowSql.keys(table);
        String where = after.isPresent()
                ? " WHERE (" + columns + ") > (" + RowSql.places(table.key().size()) + ")"
                : "";
        List<Change> page = new ArrayList<>();
        try (PreparedStatement statement = session.prepare("SELECT " + RowSql.columns(table) + " FROM "
                + RowSql.name(table) + where + " ORDER BY " + columns + " LIMIT " + limit)) {
            Cells.bind(statement, 1, after.orElse(List.of()));
            try (ResultSet rows = statement.executeQuery()) {
                long bytes = 0;
                while (bytes < MOST_BYTES && rows.next()) {
                    List<Value> row = Cells.read(rows, 1, table.columns().size());
                    bytes += Cells.size(row);
                    page.add(new Change(table, table.keyOf(row), Optional.of(row)));
                }
            }
        }
        return page;
    }

    @Override
    public boolean isDirty(Change row) throws SQLException {
        return new LocalLog(session).tellsOf(row.table(), row.key());
    }

    @Override
    public int compare(Table table, List<Value> one, List<Value> other) throws SQLException {
        List<String> collated =
                table.collations().stream().map(name -> "? COLLATE " + name).toList();
        String first = String.join(", ", collated);
        String second = RowSql.places(one.size());
        try (PreparedStatement statement =
                session.prepare("SELECT (" + first + ") > (" + second + "), (" + first + ") < (" + second + ")")) {
            int place = 1;
            for (int i = 0; i < 2; i++) {
                place = Cells.bind(statement, place, one);
                place = Cells.bind(statement, place, other);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1) - rows.getInt(2);
            }
        }
    }
}
