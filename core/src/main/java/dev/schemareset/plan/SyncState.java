package dev.schemareset.plan;

import static java.util.Objects.requireNonNull;

import dev.schemareset.model.Name;
import java.util.Optional;

/**
 * What a database knows of the one it is synced with, written in the transaction of the reset, so that no kill can part them.
 *
 * @param epoch names the reset: random, and the same in both databases once both were reset
 * @param remote the other database as a person knows it, without any secret; empty in the remote database itself
 * @param awaited what the remote database was when its reset was confirmed, for as long as it has not been reset; else empty
 */
public record SyncState(String epoch, Optional<String> remote, Optional<String> awaited) {

    /** The table that holds it, a row for each part. */
    public static final Name TABLE = new Name("_sync_meta");

    /** The table in which a remote database keeps the texts of its schema to the letter. Only the remote database has it. */
    public static final Name SCHEMA_TABLE = new Name("_sync_schema");

    /** The part that exists from an undo until both databases are in step again. */
    public static final String BROUGHT_BACK = "brought_back";

    /**
     * The state of a remote database.
     *
     * @param epoch names the reset that made it
     * @return a state that names no remote
     */
    public static SyncState ofRemote(String epoch) {
        return new SyncState(requireNonNull(epoch, "epoch"), Optional.empty(), Optional.empty());
    }
}
