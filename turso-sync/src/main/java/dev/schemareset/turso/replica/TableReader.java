package dev.schemareset.turso.replica;

import dev.schemareset.model.Name;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Reads from a schema what must be known of its tables. */
final class TableReader {

    /** What a column of a STRICT table may be declared as and still hold no REAL. */
    private static final Set<String> NEVER_REAL = Set.of("INT", "INTEGER", "TEXT", "BLOB");

    private final Statement statement;

    private TableReader(Statement statement) {
        this.statement = statement;
    }

    /** The tables that the models ask for: created in memory, and read from there. */
    static List<Table> expected(Inventory expected) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (DatabaseObject object : expected.objects()) {
                statement.execute(object.sql());
            }
            List<Table> tables = new ArrayList<>();
            for (DatabaseObject table : expected.ofKind(Kind.TABLE)) {
                tables.add(new TableReader(statement).read(table.name()));
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite does not accept a schema that it accepted before", e);
        }
    }

    /** A table of a database. */
    static Table read(Connection connection, Name table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new TableReader(statement).read(table);
        }
    }

    private Table read(Name name) throws SQLException {
        boolean strict = isStrict(name);
        List<Name> columns = new ArrayList<>();
        List<Integer> reals = new ArrayList<>();
        TreeMap<Integer, Integer> key = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("PRAGMA main.table_xinfo(" + name.quoted() + ")")) {
            while (rows.next()) {
                // Generated columns are 2 or 3 (SQLite documentation, "PRAGMA table_xinfo").
                if (rows.getInt("hidden") != 0) {
                    continue;
                }
                int place = columns.size();
                columns.add(new Name(rows.getString("name")));
                if (rows.getInt("pk") > 0) {
                    key.put(rows.getInt("pk"), place);
                }
                if (!strict || !NEVER_REAL.contains(rows.getString("type").toUpperCase(Locale.ROOT))) {
                    reals.add(place);
                }
            }
        }
        return withIndexes(name, columns, List.copyOf(key.values()), reals);
    }

    private Table withIndexes(Name name, List<Name> columns, List<Integer> key, List<Integer> reals)
            throws SQLException {
        boolean evicts = false;
        List<String> primary = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("PRAGMA main.index_list(" + name.quoted() + ")")) {
            while (rows.next()) {
                if (rows.getString("origin").equals("pk")) {
                    primary.add(rows.getString("name"));
                } else if (rows.getInt("unique") == 1) {
                    evicts = true;
                }
            }
        }
        List<String> collations = primary.isEmpty()
                ? Collections.nCopies(key.size(), "BINARY")
                : collations(primary.get(0)).subList(0, key.size());
        return new Table(name, columns, key, collations, evicts, reals);
    }

    private List<String> collations(String index) throws SQLException {
        List<String> collations = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("PRAGMA main.index_xinfo(" + new Name(index).quoted() + ")")) {
            while (rows.next()) {
                collations.add(rows.getString("coll"));
            }
        }
        return collations;
    }

    private boolean isStrict(Name name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA main.table_list(" + name.quoted() + ")")) {
            return rows.next() && rows.getInt("strict") == 1;
        }
    }
}
