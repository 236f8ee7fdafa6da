package dev.schemareset.turso.replica;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Blob;
import dev.schemareset.turso.hrana.Hrana.Value.Int;
import dev.schemareset.turso.hrana.Hrana.Value.Null;
import dev.schemareset.turso.hrana.Hrana.Value.Real;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import dev.schemareset.turso.replication.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of SQLite as JDBC reads and binds them, and as an application sees them. */
final class Cells {

    /** What Java reads where bytes are no character; it may also stand there itself. */
    private static final char REPLACEMENT = '\uFFFD';

    private Cells() {}

    /** Some columns of the current row, counted from 1. */
    static List<Value> read(ResultSet rows, int first, int count) throws SQLException {
        List<Value> values = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) {
            Value value = value(rows.getObject(i));
            if (value instanceof Text text && text.value().indexOf(REPLACEMENT) >= 0) {
                requireWhole(rows, i, text.value());
            }
            values.add(value);
        }
        return values;
    }

    /** SQLite stores bytes as a text that are none, and Java reads others in their place. */
    private static void requireWhole(ResultSet rows, int column, String read) throws SQLException {
        byte[] stored = rows.getBytes(column);
        boolean whole = Stream.of(UTF_8, UTF_16LE, UTF_16BE)
                .anyMatch(encoding -> Arrays.equals(stored, read.getBytes(encoding)));
        if (!whole) {
            ResultSetMetaData names = rows.getMetaData();
            throw ReplicaErrors.brokenText(names.getTableName(column), names.getColumnName(column), stored);
        }
    }

    static Value value(@Nullable Object object) {
        if (object == null) {
            return new Null();
        }
        if (object instanceof Double number) {
            return new Real(number);
        }
        if (object instanceof Number number) {
            return new Int(number.longValue());
        }
        return object instanceof byte[] bytes ? new Blob(bytes) : new Text((String) object);
    }

    static @Nullable Object object(Value value) {
        if (value instanceof Int number) {
            return number.value();
        }
        if (value instanceof Real number) {
            return number.value();
        }
        if (value instanceof Text text) {
            return text.value();
        }
        return value instanceof Blob blob ? blob.bytes() : null;
    }

    /** Binds values from a place on, and returns the place after them. */
    static int bind(PreparedStatement statement, int first, List<Value> values) throws SQLException {
        int place = first;
        for (Value value : values) {
            bind(statement, place++, value);
        }
        return place;
    }

    static void bind(PreparedStatement statement, int place, Value value) throws SQLException {
        if (value instanceof Int number) {
            statement.setLong(place, number.value());
        } else if (value instanceof Real number) {
            statement.setDouble(place, number.value());
        } else if (value instanceof Text text) {
            statement.setString(place, text.value());
        } else if (value instanceof Blob blob) {
            statement.setBytes(place, blob.bytes());
        } else if (value instanceof Null) {
            statement.setNull(place, Types.NULL);
        } else {
            throw new IllegalArgumentException("The sign of an infinite number was not asked for.");
        }
    }

    /** How many bytes values take in a request, more or less. */
    static long size(List<Value> values) {
        long bytes = 0;
        for (Value value : values) {
            bytes += value instanceof Text text
                    ? text.value().length()
                    : value instanceof Blob blob ? blob.bytes().length * 4L / 3 : 8;
        }
        return bytes;
    }

    /** A row as an application sees it. */
    static Row row(List<String> columns, List<Value> values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), object(values.get(i)));
        }
        return new Row(row);
    }
}
