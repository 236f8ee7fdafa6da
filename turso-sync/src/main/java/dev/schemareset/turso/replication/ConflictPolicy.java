package dev.schemareset.turso.replication;

/** Decides which version of a row stands when both sides have one. The other is kept as a {@link Conflict} in any case. */
@FunctionalInterface
public interface ConflictPolicy {

    /** What this instance wrote stands. */
    ConflictPolicy LOCAL_WINS = conflict -> Side.LOCAL;

    /** What the others wrote stands. */
    ConflictPolicy REMOTE_WINS = conflict -> Side.REMOTE;

    /**
     * Decides. Called while the database is locked for writing, so it should be quick, and must not use the database.
     * What it throws ends the exchange with a {@link dev.schemareset.error.CallbackException};
     * nothing of what was under way is written.
     *
     * @param conflict both versions; its {@code id} is 0, and its {@code kept} is {@link Side#LOCAL}, before it is decided
     * @return the side whose version stands
     */
    Side decide(Conflict conflict);
}
