package dev.schemareset.plan;

import dev.schemareset.model.Name;
import java.time.Instant;

/**
 * What a reset writes into the database it makes, in the same transaction, so that the database is known again: one row in a
 * table of its own.
 *
 * @param fingerprint the digest of the schema that the reset made: 64 hexadecimal digits
 * @param resetAt when that was, by the clock of SQLite
 * @param libraryVersion the version of SchemaReset that did it
 * @param resets how many resets the database has seen, this one included
 */
public record Stamp(String fingerprint, Instant resetAt, String libraryVersion, long resets) {

    /** The table that holds the row. */
    public static final Name TABLE = new Name("_schema_reset");

    /**
     * The stamp in words.
     *
     * @return e.g. {@code reset 3, at 2026-01-02T03:04:05.678Z by SchemaReset 1.0.0}
     */
    @Override
    public String toString() {
        return "reset " + resets + ", at " + resetAt + " by SchemaReset " + new Name(libraryVersion);
    }
}
