package dev.schemareset.turso.replication;

import dev.schemareset.error.SchemaResetException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a replication stands, without asking the other side.
 *
 * @param database the local database as a person knows it
 * @param remote the remote database as a person knows it, without any secret
 * @param epoch names the reset that made both
 * @param dirtyRows how many rows were changed here and are not known to be on the other side
 * @param conflicts how many conflicts are not resolved
 * @param lastExchange when both sides were last in step, by the clock of this instance; empty when they never were
 * @param automatic whether rows are exchanged in the background
 * @param failure why the last exchange of this replication failed; empty when it did not
 */
public record SyncStatus(
        String database,
        String remote,
        String epoch,
        long dirtyRows,
        long conflicts,
        Optional<Instant> lastExchange,
        boolean automatic,
        Optional<SchemaResetException> failure) {

    /**
     * The status for people.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        return "Local          " + database
                + "\nRemote         " + remote
                + "\nEpoch          " + epoch
                + "\nDirty rows     " + dirtyRows
                + "\nConflicts      " + conflicts
                + "\nLast exchange  " + lastExchange.map(Instant::toString).orElse("never")
                + (automatic ? "\nIn the background" : "")
                + failure.map(e -> "\nFailed         " + e.getMessage()).orElse("");
    }
}
