package dev.schemareset.turso.replication;

/** One of the two databases that exchange rows. */
public enum Side {
    /** The file of this instance. */
    LOCAL,
    /** The database that all instances share. */
    REMOTE
}
