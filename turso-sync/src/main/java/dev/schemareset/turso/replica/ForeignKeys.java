package dev.schemareset.turso.replica;

import dev.schemareset.model.Name;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks whether rows refer to rows that are not there: what two instances did, each by its own rules, need not fit together. */
final class ForeignKeys {

    private ForeignKeys() {}

    /** A sentence for each reference that is broken in one of these tables, or because of a row that left one of them. */
    static List<String> broken(Connection connection, Collection<Table> all, Collection<Table> touched)
            throws SQLException {
        List<String> notes = new ArrayList<>();
        for (Table table : all) {
            if (touched.contains(table) || refersToAny(connection, table, touched)) {
                notes.addAll(broken(connection, table));
            }
        }
        return notes;
    }

    private static boolean refersToAny(Connection connection, Table table, Collection<Table> touched)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet keys = statement.executeQuery(
                        "PRAGMA main.foreign_key_list(" + table.name().quoted() + ")")) {
            while (keys.next()) {
                Name parent = new Name(keys.getString("table"));
                if (touched.stream().anyMatch(other -> other.name().matches(parent))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static List<String> broken(Connection connection, Table table) throws SQLException {
        Map<String, Long> parents = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "PRAGMA main.foreign_key_check(" + table.name().quoted() + ")")) {
            while (rows.next()) {
                parents.merge(rows.getString("parent"), 1L, Long::sum);
            }
        }
        List<String> notes = new ArrayList<>();
        parents.forEach((parent, count) -> notes.add((count == 1 ? "1 row of " : count + " rows of ") + table.name()
                + (count == 1 ? " refers" : " refer") + " to a row of " + new Name(parent) + " that is not there."));
        return notes;
    }
}
