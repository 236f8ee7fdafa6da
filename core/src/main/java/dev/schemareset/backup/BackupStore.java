package dev.schemareset.backup;

import dev.schemareset.plan.Backup;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Stamp;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes and keeps the backups of one database. Whoever takes one holds the write lock of the database, so there is one at a time.
 *
 * <p>A backup for a transaction that was never committed, because its process was killed, is no way back: the database still holds what
 * is in it. It must not take the place of one that is, so each is pending until the commit, and one that is found pending is judged by
 * its stamp, which every reset and every undo changes.
 */
public final class BackupStore {

    /** Writes the copy into an existing, empty file. */
    @FunctionalInterface
    interface Copy {
        void into(Path file) throws SQLException, IOException;
    }

    private final BackupFiles files;
    private final int keep;

    private BackupStore(BackupFiles files, int keep) {
        this.files = files;
        this.keep = keep;
    }

    /** The backups of a database; empty when none is ever taken. */
    public static Optional<BackupStore> of(BackupPolicy policy, Optional<Path> database) {
        return BackupFiles.of(policy, database).map(files -> new BackupStore(files, policy.keep()));
    }

    /** Takes a backup of what was found, proven and on the disk when it is returned; it is pending until it is named. */
    Backup take(Instant now, Inventory found, Copy copy) throws SQLException, IOException {
        requireUninterrupted();
        settle(found.stamp());
        Path pending = files.begin(now);
        Path named = files.named(pending);
        try {
            copy.into(pending);
            BackupReader.requireCopyOf(found, pending);
            Disk.force(pending);
            Backup backup = new Backup(named, Checksum.of(pending), files.takenAt(named));
            Checksum.write(named, backup.sha256());
            requireUninterrupted();
            return backup;
        } catch (SQLException | IOException | RuntimeException | Error e) {
            try {
                files.delete(named);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    /** Who interrupts the thread wants it to stop, and until the backup is taken nothing is dropped. */
    private static void requireUninterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the thread is interrupted");
        }
    }

    /** Gives a backup its name once its transaction is committed. */
    void name(Backup backup) throws IOException {
        files.name(backup.file(), files.pending(backup.file()));
    }

    /** Removes older backups than the given one, and more than may be kept. */
    void prune(Backup backup) throws IOException {
        List<Path> named = files.named();
        int older = named.indexOf(backup.file());
        for (Path file : named.subList(0, Math.max(0, older - (keep - 1)))) {
            files.delete(file);
        }
    }

    /** Removes a backup whose transaction was rolled back. */
    void discard(Backup backup) throws IOException {
        files.delete(backup.file());
    }

    /** The backups that have a checksum. The stamp of the database is only asked for where a backup must be judged. */
    public List<Backup> newestFirst(Supplier<Optional<Stamp>> stamp) throws IOException {
        if (!files.pending().isEmpty()) {
            name(stamp.get());
        }
        List<Backup> backups = new ArrayList<>();
        for (Path file : files.named()) {
            Checksum.read(file).ifPresent(sha256 -> backups.add(new Backup(file, sha256, files.takenAt(file))));
        }
        Collections.reverse(backups);
        return List.copyOf(backups);
    }

    /** Decides, while nobody else takes one, what becomes of the backups that killed processes left pending. */
    private void settle(Optional<Stamp> stamp) throws IOException {
        name(stamp);
        for (Path pending : files.pending()) {
            files.delete(files.named(pending));
        }
        files.removeLeftovers();
    }

    /** Gives those their name that are whole, and whose transaction was committed. */
    private void name(Optional<Stamp> stamp) throws IOException {
        for (Path pending : files.pending()) {
            Path named = files.named(pending);
            if (Checksum.read(named).isPresent() && !BackupReader.stamp(pending).equals(stamp)) {
                files.name(named, pending);
            }
        }
    }

    /** The directory, for messages. */
    @Override
    public String toString() {
        return files.toString();
    }
}
