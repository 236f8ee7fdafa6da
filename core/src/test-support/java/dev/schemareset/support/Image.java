package dev.schemareset.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a database holds, as lines of text: equal images are equal databases, to the type of each value. Only an empty
 * {@code sqlite_sequence} does not count: SQLite itself never drops it.
 */
public final class Image {

    private final Connection connection;
    private final List<String> lines = new ArrayList<>();

    private Image(Connection connection) {
        this.connection = connection;
    }

    /** All in a file. */
    public static List<String> of(Path database) {
        try (Connection connection = Sqlite.open(database)) {
            return of(connection, "main");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** All in one of the databases of a connection. */
    public static List<String> of(Connection connection, String database) throws SQLException {
        Image image = new Image(connection);
        for (String pragma : List.of("encoding", "user_version", "application_id")) {
            image.add(pragma, "PRAGMA " + database + "." + pragma);
        }
        image.add(
                "object",
                "SELECT type, name, tbl_name, quote(sql) FROM " + database
                        + ".sqlite_schema WHERE name <> 'sqlite_sequence' ORDER BY type, name");
        for (String table : Sqlite.query(
                connection,
                "SELECT name FROM " + database
                        + ".sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name")) {
            image.addRows(database, table);
        }
        return image.lines;
    }

    private void addRows(String database, String table) throws SQLException {
        String values = values(database, table).collect(Collectors.joining(", "));
        add(table, "SELECT " + values + " FROM " + database + "." + quoted(table) + " NOT INDEXED");
    }

    /** The rowid, under a name that no column has taken, and each column. */
    private Stream<String> values(String database, String table) throws SQLException {
        List<String> columns = Sqlite.query(
                connection, "SELECT name FROM pragma_table_xinfo(" + text(table) + ", '" + database + "')");
        boolean rowid = Sqlite.query(
                        connection,
                        "SELECT wr FROM pragma_table_list WHERE schema = '" + database + "' AND name = " + text(table))
                .equals(List.of("0"));
        Set<String> taken = columns.stream().map(String::toLowerCase).collect(Collectors.toCollection(HashSet::new));
        Stream<String> names = Stream.of("rowid", "oid", "_rowid_")
                .filter(name -> rowid && !taken.contains(name))
                .limit(1);
        return Stream.concat(names, columns.stream().map(Image::quoted)).map(Image::value);
    }

    /** With its type; {@code quote} ends a text at the first NUL. */
    private static String value(String column) {
        return "typeof(" + column + ") || ' ' || iif(instr(" + column + ", char(0)), hex(" + column + "), quote("
                + column + "))";
    }

    private void add(String what, String query) throws SQLException {
        Sqlite.query(connection, query).forEach(line -> lines.add(what + ": " + line));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
