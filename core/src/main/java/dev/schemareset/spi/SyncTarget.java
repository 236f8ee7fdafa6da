package dev.schemareset.spi;

/**
 * A database elsewhere that is reset together with the local one, and shares its rows. Its {@link Object#toString()} names it as a person knows it,
 * without any secret. Instances are immutable and safe for use by several threads.
 */
public interface SyncTarget {

    /**
     * Looks at the database, without counting a row. Changes nothing.
     *
     * @return the database as it is now
     * @throws dev.schemareset.error.SyncException when it is not said which one is meant, when it cannot be reached, or when it refuses
     */
    RemoteDatabase look();

    /**
     * Syncs rows with the database: pushes local changes, pulls those of others. An empty local database is made from
     * the remote one.
     *
     * @param local the local database
     * @return what went
     * @throws dev.schemareset.error.SyncException when it cannot be done; local changes are kept, to be pushed the next time
     */
    Exchange exchange(LocalDatabase local);
}
