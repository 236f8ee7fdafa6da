package dev.schemareset.turso.replica;

import java.time.Instant;

/**
 * What a database becomes that is made anew from the other side.
 *
 * @param epoch names the reset that made the remote database
 * @param remote the remote database as a person knows it
 * @param id names the instance from now on
 * @param cause why it is made anew
 * @param consent whether somebody said that rows may be given up for conflicts
 * @param now the time
 */
public record Rebuild(String epoch, String remote, String id, Cause cause, boolean consent, Instant now) {

    /** Why a database is made anew. */
    public enum Cause {
        /** There was none. */
        NEW,
        /** The remote database was reset. */
        RESET,
        /** The remote database has lost what it had: rows that were sent and are not there as they were are kept as conflicts, too. */
        BROUGHT_BACK
    }
}
