package dev.schemareset.spi;

/**
 * A database elsewhere that is reset together with the local one. Its {@link Object#toString()} names it as a person knows it,
 * without any secret. Instances are immutable and safe for use by several threads.
 */
@FunctionalInterface
public interface SyncTarget {

    /**
     * Looks at the database, without counting a row. Changes nothing.
     *
     * @return the database as it is now
     * @throws dev.schemareset.error.SyncException when it is not said which one is meant, when it cannot be reached, or when it refuses
     */
    RemoteDatabase look();
}
