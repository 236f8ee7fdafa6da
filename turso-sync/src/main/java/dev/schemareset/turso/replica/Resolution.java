package dev.schemareset.turso.replica;

import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Row;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Lets a version of a conflict stand. That is a change like any other, and is sent. */
final class Resolution {

    private final Connection connection;
    private final Object database;
    private final List<Table> tables;

    Resolution(Connection connection, Object database, List<Table> tables) {
        this.connection = connection;
        this.database = database;
        this.tables = tables;
    }

    void resolve(long id, Side chosen) throws SQLException {
        ConflictStore store = new ConflictStore(connection, "main");
        Conflict conflict = store.all().stream()
                .filter(found -> found.id() == id)
                .findFirst()
                .orElseThrow(() -> ReplicaErrors.noConflict(id));
        if (chosen != conflict.kept()) {
            Optional<Row> stands = chosen == Side.LOCAL ? conflict.local() : conflict.remote();
            Optional<Row> falls = chosen == Side.LOCAL ? conflict.remote() : conflict.local();
            Table table = table(conflict);
            for (Optional<Row> row : List.of(falls, stands)) {
                if (row.isPresent()) {
                    update(RowSql.deleteByKey(table), table.keyOf(values(table, row.get())));
                }
            }
            if (stands.isPresent()) {
                try {
                    update(RowSql.insert("INSERT", table), values(table, stands.get()));
                } catch (SQLException e) {
                    if (Constraint.isViolated(e)) {
                        throw ReplicaErrors.inTheWay(conflict.table(), e);
                    }
                    throw e;
                }
            }
        }
        store.remove(id);
    }

    private Table table(Conflict conflict) {
        return tables.stream()
                .filter(table -> table.name().value().equals(conflict.table()))
                .findFirst()
                .orElseThrow(() -> ReplicaErrors.noTable(database, conflict.table()));
    }

    /** A row of another schema may lack columns, or have more. */
    private List<Value> values(Table table, Row row) {
        List<String> columns =
                table.columns().stream().map(name -> name.value()).toList();
        if (!List.copyOf(row.values().keySet()).equals(columns)) {
            throw ReplicaErrors.noTable(database, table.name().value());
        }
        return columns.stream().map(column -> Cells.value(row.get(column))).toList();
    }

    private void update(String sql, List<Value> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Cells.bind(statement, 1, values);
            statement.executeUpdate();
        }
    }
}
