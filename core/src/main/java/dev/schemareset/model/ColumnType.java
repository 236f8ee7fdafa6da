package dev.schemareset.model;

/** The types of a column in a <a href="https://www.sqlite.org/stricttables.html">STRICT table</a>. */
public enum ColumnType {
    /** A signed integer of up to 64 bits. */
    INTEGER,
    /** An IEEE 754 number of 64 bits. */
    REAL,
    /** Text. */
    TEXT,
    /** Bytes. */
    BLOB
}
