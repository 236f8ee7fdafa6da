package dev.schemareset.plan;

/**
 * What SQLite fixes when the first table is created, and cannot change in a transaction.
 *
 * @param encoding how text is stored, e.g. {@code UTF-8}
 * @param pageSize the size of a page in bytes
 * @param autoVacuum 0 for none, 1 for full, 2 for incremental
 */
public record FileFormat(String encoding, int pageSize, int autoVacuum) {}
