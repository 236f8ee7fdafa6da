package dev.schemareset.database;

import dev.schemareset.plan.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes and keeps the backups of one database. Whoever takes one holds the write lock of the database, so there is one at a time. */
final class BackupStore {

    /** Writes the copy into a file that is there and empty. */
    @FunctionalInterface
    interface Copy {
        void into(Path file) throws SQLException, IOException;
    }

    private final BackupFiles files;
    private final int keep;

    BackupStore(BackupFiles files, int keep) {
        this.files = files;
        this.keep = keep;
    }

    /** Takes a backup, which is on the disk when it is returned; what is begun and not finished is removed. */
    Backup take(Instant now, Copy copy) throws SQLException, IOException {
        files.removeUnfinished();
        try {
            Path unfinished = files.begin(now);
            copy.into(unfinished);
            Disk.force(unfinished);
            Backup backup = new Backup(files.finished(unfinished), Checksum.of(unfinished));
            Checksum.write(backup.file(), backup.sha256());
            files.finish(unfinished);
            return backup;
        } catch (SQLException | IOException | RuntimeException e) {
            try {
                files.removeUnfinished();
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    /** The last backup that has a checksum. */
    Optional<Backup> newest() throws IOException {
        List<Path> finished = files.finished();
        for (int i = finished.size() - 1; i >= 0; i--) {
            Path file = finished.get(i);
            Optional<Backup> backup = Checksum.read(file).map(sha256 -> new Backup(file, sha256));
            if (backup.isPresent()) {
                return backup;
            }
        }
        return Optional.empty();
    }

    /** Removes what is older than the given backup, and more than may be kept. */
    void prune(Backup newest) throws IOException {
        List<Path> finished = files.finished();
        int older = finished.indexOf(newest.file());
        for (Path file : finished.subList(0, Math.max(0, older - (keep - 1)))) {
            delete(file);
        }
    }

    void discard(Backup backup) throws IOException {
        delete(backup.file());
    }

    private static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        Checksum.delete(file);
    }

    /** The directory, for messages. */
    @Override
    public String toString() {
        return files.toString();
    }
}
