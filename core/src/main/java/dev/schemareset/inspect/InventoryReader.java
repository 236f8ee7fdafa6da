package dev.schemareset.inspect;

import dev.schemareset.connection.Pragmas;
import dev.schemareset.connection.SqliteErrors;
import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Name;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Header;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Protection;
import dev.schemareset.plan.Stamp;
import dev.schemareset.plan.SyncState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sqlite.SQLiteErrorCode;

/** Reads what is in a database. Whoever calls it holds a transaction, so that all of it belongs together. */
public final class InventoryReader {

    private static final String MAIN = "main";
    private static final String TEMPORARY = "temp";
    private static final String FROM_STAMP = " FROM main." + Stamp.TABLE.quoted()
            + " WHERE fingerprint IS NOT NULL AND reset_at IS NOT NULL AND library_version IS NOT NULL";

    private InventoryReader() {}

    public static Inventory read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<DatabaseObject> objects = counted(statement, MAIN);
            return new Inventory(
                    objects,
                    temporary(statement),
                    stamp(statement, objects),
                    protection(statement, objects),
                    sync(statement, objects),
                    header(statement));
        }
    }

    /** The stamp alone. */
    public static Optional<Stamp> readStamp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return stamp(statement, objects(statement, MAIN));
        }
    }

    /** What is known of the remote alone. */
    public static Optional<SyncState> readSync(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return sync(statement, objects(statement, MAIN));
        }
    }

    /** The schema alone, without counting a row. */
    public static Inventory readSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return Inventory.ofObjects(objects(statement, MAIN));
        }
    }

    /** What SQLite keeps for itself goes with the tables it is about. To ask where there is none would make a database for them. */
    private static List<DatabaseObject> temporary(Statement statement) throws SQLException {
        if (!AttachedDatabases.of(statement.getConnection()).contains(TEMPORARY)) {
            return List.of();
        }
        return counted(statement, TEMPORARY).stream()
                .filter(object -> object.kind() != Kind.INTERNAL_TABLE)
                .toList();
    }

    private static List<DatabaseObject> counted(Statement statement, String database) throws SQLException {
        List<DatabaseObject> objects = new ArrayList<>();
        for (DatabaseObject object : objects(statement, database)) {
            objects.add(object.kind().holdsRows() ? withRows(statement, database, object) : object);
        }
        return objects;
    }

    /** What cannot be read is no stamp: somebody else may have a table of that name. */
    private static Optional<Stamp> stamp(Statement statement, List<DatabaseObject> objects) throws SQLException {
        if (!isThere(Stamp.TABLE, objects)) {
            return Optional.empty();
        }
        Optional<ModelPackages> packages = packages(statement);
        return row(
                statement,
                "SELECT fingerprint, reset_at, library_version, resets" + FROM_STAMP,
                row -> new Stamp(
                        row.getString(1), Instant.parse(row.getString(2)), row.getString(3), row.getLong(4), packages));
    }

    /** The stamp of an earlier version has no such column. In quotes, SQLite would take the name of a missing column for a text. */
    private static Optional<ModelPackages> packages(Statement statement) throws SQLException {
        return row(statement, "SELECT coalesce(packages, '')" + FROM_STAMP, row -> row.getString(1))
                .flatMap(ModelPackages::parse);
    }

    /** A table of that name protects, whatever it holds. */
    private static Optional<Protection> protection(Statement statement, List<DatabaseObject> objects)
            throws SQLException {
        if (!isThere(Protection.TABLE, objects)) {
            return Optional.empty();
        }
        Optional<Protection> written = row(
                statement,
                "SELECT coalesce(reason, ''), coalesce(since, '') FROM main." + Protection.TABLE.quoted(),
                row -> new Protection(row.getString(1), row.getString(2)));
        return Optional.of(written.orElse(new Protection("the reason cannot be read", "an unknown time")));
    }

    private static Optional<SyncState> sync(Statement statement, List<DatabaseObject> objects) throws SQLException {
        return !isThere(SyncState.TABLE, objects)
                ? Optional.empty()
                : row(
                        statement,
                        "SELECT max(v) FILTER (WHERE k = 'epoch'), max(v) FILTER (WHERE k = 'remote'), "
                                + "max(v) FILTER (WHERE k = 'awaited') FROM main." + SyncState.TABLE.quoted()
                                + " HAVING count(v) FILTER (WHERE k = 'epoch') = 1",
                        row -> new SyncState(
                                row.getString(1),
                                Optional.ofNullable(row.getString(2)),
                                Optional.ofNullable(row.getString(3))));
    }

    private static boolean isThere(Name bookkeeping, List<DatabaseObject> objects) {
        return objects.stream()
                .anyMatch(object ->
                        object.kind() == Kind.BOOKKEEPING_TABLE && object.name().matches(bookkeeping));
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> Optional<T> row(Statement statement, String query, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        } catch (SQLException e) {
            if (SqliteErrors.primaryCode(e) == SQLiteErrorCode.SQLITE_ERROR) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Header header(Statement statement) throws SQLException {
        return new Header((int) Pragmas.number(statement.getConnection(), "PRAGMA main.user_version"), (int)
                Pragmas.number(statement.getConnection(), "PRAGMA main.application_id"));
    }

    /** {@code sqlite_schema} calls an ordinary, a virtual and a shadow table all "table"; this tells them apart. */
    private static Map<String, Kind> tableKinds(Statement statement, String database) throws SQLException {
        Map<String, Kind> kinds = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("PRAGMA " + database + ".table_list")) {
            while (rows.next()) {
                String name = rows.getString("name");
                kinds.put(name, Kind.of(new Name(name), rows.getString("type")));
            }
        }
        return kinds;
    }

    /** Objects without SQL are the indexes that PRIMARY KEY and UNIQUE make; they belong to their tables. */
    private static List<DatabaseObject> objects(Statement statement, String database) throws SQLException {
        Map<String, Kind> tableKinds = tableKinds(statement, database);
        List<DatabaseObject> objects = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT type, name, tbl_name, sql FROM " + database
                + ".sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")) {
            while (rows.next()) {
                String name = rows.getString(2);
                Kind listed = Kind.of(new Name(name), rows.getString(1));
                Kind kind = rows.getString(1).equals("table") ? tableKinds.getOrDefault(name, listed) : listed;
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
    private static DatabaseObject withRows(Statement statement, String database, DatabaseObject object)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT count(*) FROM " + database + "." + object.name().quoted())) {
            rows.next();
            return object.withRows(rows.getLong(1));
        } catch (SQLException e) {
            boolean damagedModule = object.kind() == Kind.VIRTUAL_TABLE
                    && SqliteErrors.primaryCode(e) == SQLiteErrorCode.SQLITE_CORRUPT;
            if (damagedModule || SqliteErrors.primaryCode(e) == SQLiteErrorCode.SQLITE_ERROR) {
                return object;
            }
            throw e;
        }
    }
}
