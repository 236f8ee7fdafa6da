package dev.schemareset.model;

import java.util.Locale;
import java.util.Set;

/**
 * The type of a column.
 *
 * @param name the name as it is declared, e.g. {@code INTEGER}, or {@code VARCHAR(40)} in a table that is not strict
 */
public record ColumnType(String name) {

    /** A signed integer of up to 64 bits. */
    public static final ColumnType INTEGER = new ColumnType("INTEGER");
    /** An IEEE 754 number of 64 bits. */
    public static final ColumnType REAL = new ColumnType("REAL");
    /** Text. */
    public static final ColumnType TEXT = new ColumnType("TEXT");
    /** Bytes. */
    public static final ColumnType BLOB = new ColumnType("BLOB");
    /** Anything, kept as it is. */
    public static final ColumnType ANY = new ColumnType("ANY");

    private static final Set<String> STRICT = Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");

    /** What a column would rather hold, and converts to what it can. */
    public enum Affinity {
        /** Integers. */
        INTEGER,
        /** Floating-point numbers. */
        REAL,
        /** Numbers of either kind. */
        NUMERIC,
        /** Text. */
        TEXT,
        /** No preference. */
        BLOB
    }

    /**
     * Whether a <a href="https://www.sqlite.org/stricttables.html">STRICT table</a> has this type.
     *
     * @return whether it is {@code INT}, {@code INTEGER}, {@code REAL}, {@code TEXT}, {@code BLOB} or {@code ANY}
     */
    public boolean isStrict() {
        return STRICT.contains(upper());
    }

    /**
     * What the type means to SQLite, as its
     * <a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">documentation</a> determines it.
     *
     * @param strict whether the table is STRICT, where {@code ANY} is a type of its own
     * @return the affinity
     */
    public Affinity affinity(boolean strict) {
        String type = upper();
        if (type.contains("INT")) {
            return Affinity.INTEGER;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return Affinity.TEXT;
        }
        if (type.isEmpty() || type.contains("BLOB") || (strict && type.equals("ANY"))) {
            return Affinity.BLOB;
        }
        boolean real = type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB");
        return real ? Affinity.REAL : Affinity.NUMERIC;
    }

    private String upper() {
        return name.toUpperCase(Locale.ROOT);
    }

    /**
     * The type as it is written in SQL.
     *
     * @return {@link #name()}
     */
    @Override
    public String toString() {
        return name;
    }
}
