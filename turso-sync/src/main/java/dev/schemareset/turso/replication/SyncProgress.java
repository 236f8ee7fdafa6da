package dev.schemareset.turso.replication;

import java.util.Locale;

/**
 * How far a long piece of work has come.
 *
 * @param work what is done
 * @param table the table it is at
 * @param done how many rows of the table are done; when sending, rows of all tables; when receiving, changes of all tables
 * @param total how many there are; less than {@code done} when some came meanwhile
 */
public record SyncProgress(Work work, String table, long done, long total) {

    /** What takes long. */
    public enum Work {
        /** Rows are fetched, all of a table. */
        FETCHING,
        /** Rows that others changed are fetched. */
        RECEIVING,
        /** Rows that were changed here are sent. */
        SENDING,
        /** Rows of both sides are compared. */
        COMPARING
    }

    /** Is told about progress, on the thread that does the work. */
    @FunctionalInterface
    public interface Listener {

        /** Tells nobody. */
        Listener NONE = progress -> {};

        /**
         * Receives how far the work has come. What it throws ends the exchange with a
         * {@link dev.schemareset.error.CallbackException}; nothing of what was under way is written.
         *
         * @param progress how far
         */
        void onProgress(SyncProgress progress);
    }

    /**
     * The progress for people.
     *
     * @return e.g. {@code fetching users: 2,000 of 10,000 rows}
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s %s: %,d of %,d rows", work.name().toLowerCase(Locale.ROOT), table, done, total);
    }
}
