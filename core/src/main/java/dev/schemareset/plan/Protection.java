package dev.schemareset.plan;

import dev.schemareset.model.Name;

/**
 * A lock in a database, so that nothing resets it: one row in a table of its own.
 *
 * @param reason why, in the words of the caller who set it
 * @param since when that was, in UTC
 */
public record Protection(String reason, String since) {

    /** The table that holds the row. */
    public static final Name TABLE = new Name("_schema_reset_protection");

    /**
     * The protection in words.
     *
     * @return e.g. {@code since 2026-01-02T03:04:05.678Z: "real customers"}
     */
    @Override
    public String toString() {
        return "since " + new Name(since) + ": \"" + new Name(reason) + "\"";
    }
}
