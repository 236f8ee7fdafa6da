package dev.schemareset.turso.kill;

/** What a victim is at. */
enum Work {
    /** Two instances count in turn, each with what the other has counted before. */
    EXCHANGE,
    /** A database is made. */
    BOOTSTRAP,
    /** Somebody has reset the other side: the database of an instance that has sent everything is made anew. */
    FOLLOW,
    /** The same while rows were not sent, which become conflicts. */
    REBUILD;

    /** Whether a database is made anew for which another one must go. */
    boolean replaces() {
        return this == FOLLOW || this == REBUILD;
    }
}
