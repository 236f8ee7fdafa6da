package dev.schemareset.turso.convergence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.schemareset.turso.replication.Row;
import dev.schemareset.turso.support.RawPipeline;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All rows of a database, each as a text in which every bit of it shows. Such a text names a version of a row. */
final class Sight {

    private static final int WIDEST = Family.TABLES.stream()
            .mapToInt(table -> table.columns().size())
            .max()
            .orElseThrow();

    /** One statement, so that all is seen at one time. */
    private static final String ROWS = Family.TABLES.stream()
            .map(table -> {
                List<String> cells = new ArrayList<>(List.of("'" + table.name() + "'"));
                table.columns().forEach(column -> cells.add("typeof(\"" + column + "\"), " + exact(column)));
                while (cells.size() <= WIDEST) {
                    cells.add("'', ''");
                }
                return "SELECT " + String.join(", ", cells) + " FROM " + table.name();
            })
            .collect(joining(" UNION ALL "));

    private Sight() {}

    /** A REAL as it is, because its text is rounded; the wire has no infinite numbers. */
    private static String exact(String column) {
        return """
                CASE WHEN typeof("%1$s") = 'real' AND "%1$s" = 9e999 THEN 'Infinity' \
                WHEN typeof("%1$s") = 'real' AND "%1$s" = -9e999 THEN '-Infinity' \
                WHEN typeof("%1$s") = 'real' THEN "%1$s" \
                WHEN typeof("%1$s") = 'integer' THEN CAST("%1$s" AS TEXT) \
                ELSE hex("%1$s") END""".formatted(column);
    }

    static Set<String> of(Connection connection) throws SQLException {
        Set<String> seen = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ROWS)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getObject(i)));
                }
                seen.add(version(row));
            }
        }
        return seen;
    }

    static Set<String> of(String url) throws IOException, InterruptedException {
        Set<String> seen = new TreeSet<>();
        for (List<String> row : RawPipeline.query(url, ROWS)) {
            seen.add(version(row));
        }
        return seen;
    }

    /** A version that a conflict tells of. */
    static String of(String table, Row row) {
        return table + row.values().values().stream().map(Sight::cell).collect(joining());
    }

    private static String version(List<String> row) {
        StringBuilder version = new StringBuilder(row.get(0));
        for (int i = 1; i < row.size() && !row.get(i).isEmpty(); i += 2) {
            version.append(cell(row.get(i), row.get(i + 1)));
        }
        return version.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return cell("null", "");
        }
        if (value instanceof String text) {
            return cell("text", hex(text.getBytes(UTF_8)));
        }
        if (value instanceof byte[] bytes) {
            return cell("blob", hex(bytes));
        }
        return cell(value instanceof Double ? "real" : "integer", value.toString());
    }

    private static String cell(String type, String exact) {
        return " " + type + ":"
                + switch (type) {
                    case "real" -> Double.toString(Double.parseDouble(exact));
                    case "text" -> readable(exact);
                    default -> exact;
                };
    }

    /** Texts that a person may read are shown as they are; no two become the same. */
    private static String readable(String hex) {
        String text = new String(HexFormat.of().parseHex(hex), UTF_8);
        return text.matches("[\\w~@.-]+") ? text : "x'" + hex + "'";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
