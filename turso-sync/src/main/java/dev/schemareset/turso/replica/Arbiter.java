package dev.schemareset.turso.replica;

import dev.schemareset.turso.replica.ConflictStore.Versions;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Side;
import java.sql.SQLException;
import java.time.Instant;

/** Asks which version of a row stands, and keeps both of them. */
final class Arbiter {

    private final ConflictPolicy policy;
    private final ConflictStore store;
    private final Instant now;
    private long conflicts;

    Arbiter(ConflictPolicy policy, ConflictStore store, Instant now) {
        this.policy = policy;
        this.store = store;
        this.now = now;
    }

    Side decide(Versions versions) {
        return policy.decide(versions.undecided(now));
    }

    void record(Versions versions, Side kept) throws SQLException {
        store.add(versions, kept, now);
        conflicts++;
    }

    /** How many conflicts were recorded. */
    long conflicts() {
        return conflicts;
    }
}
