package dev.schemareset.turso.replica;

import dev.schemareset.turso.shape.Shape.Cursor;
import dev.schemareset.turso.shape.Shape.Push;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a replica stands.
 *
 * @param epoch names the reset that made the database
 * @param id names the instance
 * @param last its last push that is known to be committed
 * @param cursor how far it has come in the log of the remote database
 * @param pending the push that was sent last, until it is known what came of it
 * @param lastExchange when both sides were last in step
 * @param registered how far it had come when the remote database was last told; {@link #NEVER} when it was not
 * @param awaitsReset whether the remote database is yet to be reset
 * @param missesChanges whether the remote database may have rows of which its log does not tell
 */
public record State(
        String epoch,
        String id,
        Push last,
        Cursor cursor,
        Optional<Pending> pending,
        Optional<Instant> lastExchange,
        long registered,
        boolean awaitsReset,
        boolean missesChanges) {

    /** Less than any number of an entry. */
    public static final long NEVER = -1;

    /**
     * A push whose outcome is not known. It is sent again until it is, never another one of the same number.
     *
     * @param push which one it is
     * @param seq the number of the last entry of the local log that it covers
     */
    public record Pending(Push push, long seq) {}
}
