package dev.schemareset.turso.replication;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row, as SQLite stores it.
 *
 * @param values for each column, in the order of the table, a {@link Long}, a {@link Double}, a {@link String}, a {@code byte[]} or
 *     {@code null}
 */
public record Row(Map<String, @Nullable Object> values) {

    private static final int LONGEST_TEXT = 60;
    private static final int LONGEST_BLOB = 16;

    /** Copies the map, so that the row cannot gain or lose a column. */
    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The value of a column.
     *
     * @param column the name of the column
     * @return the value; {@code null} for NULL
     * @throws IllegalArgumentException when there is no such column
     */
    public @Nullable Object get(String column) {
        if (!values.containsKey(requireNonNull(column, "column"))) {
            throw new IllegalArgumentException("the row has no column " + column + ", but " + values.keySet());
        }
        return values.get(column);
    }

    /** Whether both rows hold the same values, bytes compared by their content. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row
                && values.keySet().equals(row.values.keySet())
                && values.keySet().stream()
                        .allMatch(column -> Arrays.deepEquals(
                                new Object[] {values.get(column)}, new Object[] {row.values.get(column)}));
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values.values().toArray());
    }

    /**
     * The row for people.
     *
     * @return e.g. {@code id=7, name='Ada'}, with long values cut
     */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                .collect(joining(", "));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            String line = text.replaceAll("\\R|\\p{Cc}", " ");
            return "'" + (line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "...") + "'";
        }
        if (value instanceof byte[] bytes) {
            boolean whole = bytes.length <= LONGEST_BLOB;
            String hex = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_BLOB));
            return "x'" + hex + (whole ? "'" : "...' (" + bytes.length + " bytes)");
        }
        return String.valueOf(value);
    }
}
