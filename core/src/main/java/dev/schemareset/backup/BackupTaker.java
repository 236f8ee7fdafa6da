package dev.schemareset.backup;

import dev.schemareset.connection.ConnectionSource;
import dev.schemareset.connection.WriteTransaction;
import dev.schemareset.error.ResetFailedException;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.NoBackup;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Takes a backup of what is about to be dropped, if it is wanted and there is anything to lose. */
public final class BackupTaker {

    private final ConnectionSource source;
    private final BackupPolicy policy;
    private final Optional<Path> file;
    private final Optional<BackupStore> store;
    private final Instant now;

    /**
     * Makes one for a database.
     *
     * @param file the file of the database; empty for one in memory
     * @param now the time in the name of a backup
     */
    public BackupTaker(ConnectionSource source, BackupPolicy policy, Optional<Path> file, Instant now) {
        this.source = source;
        this.policy = policy;
        this.file = file;
        this.store = BackupStore.of(policy, file);
        this.now = now;
    }

    /** Why none is taken; empty when one is. */
    public Optional<NoBackup> none(Inventory found) {
        return none(policy, file, found);
    }

    /** Why none is taken of what was found in a database; empty when one is. */
    public static Optional<NoBackup> none(BackupPolicy policy, Optional<Path> file, Inventory found) {
        if (found.mayHoldRows()) {
            return BackupFiles.none(policy, file);
        }
        return Optional.of(found.mayHoldTemporaryRows() ? NoBackup.ONLY_TEMPORARY_ROWS : NoBackup.NO_ROWS);
    }

    /** Takes the backup while the transaction holds the write lock and has written nothing. */
    public Optional<Backup> take(WriteTransaction transaction, Inventory found) {
        if (store.isEmpty() || none(found).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(store.get().take(now, found, file -> source.copy(transaction.connection(), file)));
        } catch (InterruptedIOException e) {
            throw new ResetFailedException(
                    "Cannot " + transaction.action().verb() + " the database " + transaction.database()
                            + ": its thread was interrupted before a backup of its rows was taken.",
                    "nothing was changed.",
                    "run again on a thread that is not interrupted; this one still is.",
                    e);
        } catch (SQLException | IOException e) {
            throw new ResetFailedException(
                    "Cannot " + transaction.action().verb() + " the database " + transaction.database()
                            + ": it holds rows, and a backup of it could not be taken in " + store.get() + ": "
                            + (e instanceof SQLException ? e.getMessage() : e) + ".",
                    "nothing was changed.",
                    "free some space, check the permissions of the directory, or choose another with backups(directory, keep); "
                            + "withoutBackup() is for rows that may be lost.",
                    e);
        }
    }

    /** What was not dropped needs no backup. */
    public void discard(Optional<Backup> backup, Throwable cause) {
        if (store.isPresent() && backup.isPresent()) {
            try {
                store.get().discard(backup.get());
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    /** Gives the backup of a committed transaction its name; empty, or what is not as it should be. */
    public Optional<String> name(Optional<Backup> backup) {
        return quietly(backup, BackupStore::name, "The backup could not be renamed: ");
    }

    /** Removes the backups that this one takes the place of; empty, or what is not as it should be. */
    public Optional<String> prune(Optional<Backup> backup) {
        return quietly(backup, BackupStore::prune, "An older backup could not be removed: ");
    }

    private interface Housekeeping {
        void with(BackupStore store, Backup backup) throws IOException;
    }

    private Optional<String> quietly(Optional<Backup> backup, Housekeeping housekeeping, String failure) {
        if (store.isPresent() && backup.isPresent()) {
            try {
                housekeeping.with(store.get(), backup.get());
            } catch (IOException e) {
                return Optional.of(failure + e + ". The next reset tries again.");
            }
        }
        return Optional.empty();
    }
}
