package dev.schemareset.jdbi;

import dev.schemareset.type.StoredType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.MappingException;

/**
 * One column of the current row of a result, to tell where a value is that cannot be read: the table and the column, and the key of
 * the row where all columns of the key are in the result. Nothing of this is looked up before there is something to tell.
 */
record Cell(ResultSet row, int column) {

    MappingException unreadable(Object value, Class<?> type, String stored, RuntimeException reason) {
        String place = "column " + column + " of the result";
        try {
            place = place();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
        return new MappingException(
                "Cannot read " + StoredType.shown(value) + " as " + type.getSimpleName() + ", which is stored as "
                        + stored
                        + ". It is in " + place
                        + ". The row is as it was: correct it, or read the column as another type.",
                reason);
    }

    private String place() throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        String table = columns.getTableName(column);
        String named = "the column \"" + columns.getColumnLabel(column) + "\"";
        return table.isEmpty()
                ? named + " of row " + row.getRow() + " of the result"
                : named + " of the table \"" + table + "\", in " + where(table, columns);
    }

    private String where(String table, ResultSetMetaData columns) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (String name : primaryKey(table)) {
            OptionalInt found = find(table, name, columns);
            if (found.isEmpty()) {
                return "row " + row.getRow() + " of the result";
            }
            parts.add("\"" + name + "\" is " + StoredType.shown(row.getObject(found.getAsInt())));
        }
        return parts.isEmpty()
                ? "row " + row.getRow() + " of the result"
                : "the row where " + String.join(" and ", parts);
    }

    private List<String> primaryKey(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet keys = row.getStatement().getConnection().getMetaData().getPrimaryKeys(null, null, table)) {
            while (keys.next()) {
                names.add(keys.getString("COLUMN_NAME"));
            }
        }
        return names;
    }

    /** None where there are two, such as of a table that is joined with itself. */
    private static OptionalInt find(String table, String name, ResultSetMetaData columns) throws SQLException {
        OptionalInt found = OptionalInt.empty();
        for (int i : IntStream.rangeClosed(1, columns.getColumnCount()).toArray()) {
            if (columns.getTableName(i).equals(table)
                    && columns.getColumnLabel(i).equalsIgnoreCase(name)) {
                if (found.isPresent()) {
                    return OptionalInt.empty();
                }
                found = OptionalInt.of(i);
            }
        }
        return found;
    }
}
