package dev.schemareset.connection;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What SQLite keeps beside the file of a database, under names that it makes from that of the file.
 *
 * @param database the file, behind all symbolic links
 */
record Journals(Path database) {

    /** Whether some of the content is in a write-ahead log. */
    boolean hasLog() {
        return Files.exists(log());
    }

    /** The write-ahead log. */
    Path log() {
        return Path.of(database + "-wal");
    }

    /** The index of that, without which it cannot be read. */
    Path logIndex() {
        return Path.of(database + "-shm");
    }

    /** Whether there is a rollback journal, perhaps of a transaction that has to be rolled back. */
    boolean hasRollback() {
        return Files.exists(rollback());
    }

    /** The rollback journal. */
    Path rollback() {
        return Path.of(database + "-journal");
    }
}
