package dev.schemareset.backup;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether backups are taken before something is dropped, and how many are kept.
 *
 * @param wanted whether any is taken
 * @param directory where they are; empty for beside the database, and for none of a database in memory or in the temporary
 *     directory
 * @param keep how many are kept, at least one
 */
public record BackupPolicy(boolean wanted, Optional<Path> directory, int keep) {

    /** The last one is kept beside the database. */
    public static final BackupPolicy BESIDE = new BackupPolicy(true, Optional.empty(), 1);

    /** None is taken. */
    public static final BackupPolicy NONE = new BackupPolicy(false, Optional.empty(), 1);
}
