package dev.schemareset.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemareset.support.Sqlite;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything in a database.
 *
 * @param schema each object of the schema to the letter, by its kind and name
 * @param rows a digest of all rows of each table that holds some, by its name
 */
record Content(Map<String, String> schema, Map<String, String> rows) {

    /** All but {@code sqlite_sequence}, whose rows count, and which VACUUM drops when it has none. */
    private static final String SCHEMA = """
            SELECT type || ' ' || name, coalesce(sql, tbl_name) FROM sqlite_schema WHERE name <> 'sqlite_sequence'""";

    /** A query for each table that reads all of it but the time of a reset. */
    private static final String QUERIES = """
            SELECT t.name, 'SELECT ' || group_concat('quote("' || c.name || '")', ' || '','' || ') || ' FROM "' || t.name || '"'
            FROM sqlite_schema t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND c.name <> 'reset_at'
            GROUP BY t.name""";

    static Content of(Path database) {
        try (Connection connection = Sqlite.open(database);
                Statement statement = connection.createStatement()) {
            Map<String, String> rows = new TreeMap<>();
            for (Map.Entry<String, String> query : pairs(statement, QUERIES).entrySet()) {
                rows.put(query.getKey(), digest(statement, query.getValue()));
            }
            rows.values().removeIf(String::isEmpty);
            return new Content(pairs(statement, SCHEMA), rows);
        } catch (SQLException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The objects and the tables that are not the same in both. */
    List<String> differencesFrom(Content other) {
        return Stream.concat(
                        differences(schema, other.schema),
                        differences(rows, other.rows).map("rows of "::concat))
                .toList();
    }

    private static Stream<String> differences(Map<String, String> one, Map<String, String> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(key -> !Objects.equals(one.get(key), other.get(key)));
    }

    private static Map<String, String> pairs(Statement statement, String sql) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }

    /** Empty when there is no row. */
    private static String digest(Statement statement, String sql) throws SQLException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        int count = 0;
        try (ResultSet rows = statement.executeQuery(sql)) {
            for (; rows.next(); count++) {
                digest.update((rows.getString(1) + "\n").getBytes(UTF_8));
            }
        }
        return count == 0 ? "" : count + " rows, " + HexFormat.of().formatHex(digest.digest());
    }
}
