package dev.schemareset.turso.watch;

import dev.schemareset.spi.LocalDatabase;

/** Notices writes to a local database, of whichever connection or process. For one thread. */
public interface LocalWrites extends AutoCloseable {

    /**
     * Whether something was written since the last call; also where that cannot be told, as in the first call. Cheap enough to be called
     * every few milliseconds.
     */
    boolean happened();

    /** Closes its connection. */
    @Override
    void close();

    /**
     * Watches a database. Nothing is opened yet.
     *
     * @param database the database
     */
    static LocalWrites of(LocalDatabase database) {
        return new DataVersion(database);
    }
}
