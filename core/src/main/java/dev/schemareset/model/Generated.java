package dev.schemareset.model;

/**
 * How SQLite computes a column.
 *
 * @param sql an SQL expression over the other columns
 * @param stored whether the value is kept in the database, instead of computed each time it is read
 */
public record Generated(String sql, boolean stored) {}
