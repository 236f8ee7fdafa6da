package dev.schemareset.plan;

import java.util.List;

/**
 * What reading a database told about it.
 *
 * @param name the database as a person knows it: the absolute path of its file, or that it is in memory
 * @param exists whether it exists
 * @param bytes the size of its content in bytes: pages times page size; 0 when it does not exist
 * @param sqliteVersion the version of the SQLite library that read it; empty when it does not exist
 * @param journalMode the journal mode, e.g. {@code wal}; empty when it does not exist
 * @param inventory its objects, tables with their row counts
 * @param notes what a person should know of the connections to it, a sentence each, e.g. that those of a given Jdbi do not enforce
 *     foreign keys
 */
public record Inspection(
        String name,
        boolean exists,
        long bytes,
        String sqliteVersion,
        String journalMode,
        Inventory inventory,
        List<String> notes) {

    /** Copies the list, so that the inspection cannot change. */
    public Inspection {
        notes = List.copyOf(notes);
    }
}
