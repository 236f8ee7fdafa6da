package dev.schemareset.database;

import dev.schemareset.model.Name;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.sqlite.SQLiteErrorCode;

/** Reads what is in a database. Whoever calls it holds a transaction, so that all of it belongs together. */
final class InventoryReader {

    private InventoryReader() {}

    static Inventory read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<DatabaseObject> objects = new ArrayList<>();
            for (DatabaseObject object : objects(statement, tableKinds(statement))) {
                objects.add(object.kind().holdsRows() ? withRows(statement, object) : object);
            }
            return new Inventory(objects);
        }
    }

    /** The schema alone, without counting a row. */
    static Inventory readSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new Inventory(objects(statement, tableKinds(statement)));
        }
    }

    /** {@code sqlite_schema} calls an ordinary, a virtual and a shadow table all "table"; this tells them apart. */
    private static Map<String, Kind> tableKinds(Statement statement) throws SQLException {
        Map<String, Kind> kinds = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("PRAGMA main.table_list")) {
            while (rows.next()) {
                String name = rows.getString("name");
                kinds.put(
                        name,
                        new Name(name).folded().startsWith("sqlite_")
                                ? Kind.INTERNAL_TABLE
                                : kind(rows.getString("type")));
            }
        }
        return kinds;
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "table" -> Kind.TABLE;
            case "virtual" -> Kind.VIRTUAL_TABLE;
            case "shadow" -> Kind.SHADOW_TABLE;
            case "view" -> Kind.VIEW;
            case "index" -> Kind.INDEX;
            case "trigger" -> Kind.TRIGGER;
            default -> throw new IllegalStateException("SQLite lists an object of the unknown type " + type);
        };
    }

    /** Objects without SQL are the indexes that PRIMARY KEY and UNIQUE make; they belong to their tables. */
    private static List<DatabaseObject> objects(Statement statement, Map<String, Kind> tableKinds) throws SQLException {
        List<DatabaseObject> objects = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")) {
            while (rows.next()) {
                String name = rows.getString(2);
                Kind listed = kind(rows.getString(1));
                Kind kind = listed == Kind.TABLE ? tableKinds.getOrDefault(name, listed) : listed;
                objects.add(new DatabaseObject(
                        kind, new Name(name), new Name(rows.getString(3)), rows.getString(4), OptionalLong.empty()));
            }
        }
        return objects;
    }

    /**
     * The object with its rows counted; an object that SQLite cannot read, e.g. because a module or a collation is not
     * loaded, keeps them unknown: it can be dropped all the same, or says itself why not.
     */
    private static DatabaseObject withRows(Statement statement, DatabaseObject object) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT count(*) FROM main." + object.name().quoted())) {
            rows.next();
            return object.withRows(rows.getLong(1));
        } catch (SQLException e) {
            if (SqliteErrors.primaryCode(e) == SQLiteErrorCode.SQLITE_ERROR) {
                return object;
            }
            throw e;
        }
    }
}
