package dev.schemareset.backup;

import dev.schemareset.model.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an INSERT must name to copy the rows of a table: no generated column, but a rowid that no column shows, under whichever of its
 * names no column has. Where there is neither, it need name nothing, and SQLite copies page by page instead of row by row.
 */
final class CopiedColumns {

    private CopiedColumns() {}

    /** The columns, the rowid among them; empty where none need be named. */
    static List<Name> of(Statement statement, Name table) throws SQLException {
        List<Name> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int keys = 0;
        try (ResultSet rows = statement.executeQuery("PRAGMA main.table_xinfo(" + table.quoted() + ")")) {
            while (rows.next()) {
                Name column = new Name(rows.getString("name"));
                taken.add(column.folded());
                keys += rows.getInt("pk") > 0 ? 1 : 0;
                if (rows.getInt("hidden") == 0) {
                    columns.add(column);
                }
            }
        }
        Optional<String> rowid = hasRowid(statement, table) && !(keys == 1 && !hasKeyIndex(statement, table))
                ? Stream.of("rowid", "_rowid_", "oid")
                        .filter(name -> !taken.contains(name))
                        .findFirst()
                : Optional.empty();
        rowid.ifPresent(name -> columns.add(0, new Name(name)));
        return rowid.isEmpty() && columns.size() == taken.size() ? List.of() : columns;
    }

    private static boolean hasRowid(Statement statement, Name table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA main.table_list(" + table.quoted() + ")")) {
            return rows.next() && !rows.getBoolean("wr");
        }
    }

    /** A single key without an index is the rowid itself. */
    private static boolean hasKeyIndex(Statement statement, Name table) throws SQLException {
        boolean found = false;
        try (ResultSet rows = statement.executeQuery("PRAGMA main.index_list(" + table.quoted() + ")")) {
            while (rows.next()) {
                found |= rows.getString("origin").equals("pk");
            }
        }
        return found;
    }
}
