package dev.schemareset;

import static java.util.Objects.requireNonNull;

import dev.schemareset.backup.BackupPolicy;
import dev.schemareset.backup.BackupReader;
import dev.schemareset.check.CheckedModels;
import dev.schemareset.ddl.Planner;
import dev.schemareset.model.ModelPackages;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.Execution;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.SyncState;
import dev.schemareset.reset.Guard;
import dev.schemareset.reset.Guard.Deed;
import dev.schemareset.run.SqliteDatabase;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * The way back from a reset, or from an undo: a backup of the database as it was, and the database it belongs to.
 *
 * <p>Instances are immutable and safe for use by several threads.
 */
public final class Undo {

    private static final String LIVE = "Connections that are open see it from their next transaction on.";

    private final CheckedModels models;
    private final SqliteDatabase database;
    private final Backup backup;
    private final BackupPolicy backups;
    private final Clock clock;

    Undo(CheckedModels models, SqliteDatabase database, Backup backup, BackupPolicy backups, Clock clock) {
        this.models = models;
        this.database = database;
        this.backup = backup;
        this.backups = backups;
        this.clock = clock;
    }

    /**
     * What is restored. The file is a SQLite database that any tool on SQLite's library can open, and a copy of the old one to the page.
     *
     * @return the backup
     */
    public Backup backup() {
        return backup;
    }

    /**
     * What is in the backup. Reads the file, and leaves it to {@link #restore} to compare it with its checksum.
     *
     * @return its objects, tables with the number of their rows
     * @throws dev.schemareset.error.UnusableDatabaseException when the backup is gone or cannot be read
     */
    public Inventory content() {
        return BackupReader.inventory(backup);
    }

    /**
     * Drops everything in the database, whatever was written since, and brings back every object and row of the backup, in one
     * transaction: either all of it happens or nothing does. Other connections may be open meanwhile, and see it from their next
     * transaction on. Temporary objects are in no backup, and generated columns are generated again.
     *
     * <p>What it drops is backed up like what a reset drops, so that an undo can be undone. It removes no backup; the next reset does.
     *
     * @param confirm {@link Confirm#YES} to do it
     * @return what was done
     * @throws dev.schemareset.error.NotConfirmedException when it is not confirmed
     * @throws dev.schemareset.error.ProtectedDatabaseException when the database is protected, or the process may reset none
     * @throws dev.schemareset.error.ForeignDatabaseException when the database is that of another application by now
     * @throws dev.schemareset.error.UnusableDatabaseException when the backup is gone or is not what it was when it was taken
     * @throws dev.schemareset.error.ResetFailedException when a step failed; all was rolled back
     */
    public UndoReport restore(Confirm confirm) {
        Guard guard = new Guard(Deed.UNDO, database, requireNonNull(confirm, "confirm"), models::packages);
        guard.requireMeant(database::inventory, found -> database.noBackup(backups, found));
        ModelPackages packages = models.packages();
        Execution execution = database.undo(
                backup,
                (found, content) -> {
                    guard.requireDroppable(found);
                    return Planner.undo(found, backup, content, packages);
                },
                backups,
                clock.instant());
        return new UndoReport(
                database.name(),
                backup,
                execution.plan(),
                execution.steps(),
                execution.backup().map(taken -> new Undo(models, database, taken, backups, clock)),
                Stream.of(Stream.of(LIVE), otherSide(execution.plan().found()), execution.notes().stream())
                        .flatMap(notes -> notes)
                        .toList());
    }

    private static Stream<String> otherSide(Inventory found) {
        return found.sync().flatMap(SyncState::remote).stream()
                .map(remote -> "The remote database " + remote + " was not touched: "
                        + "info() tells whether both still belong together; if not, apply(Confirm.YES) resets both.");
    }

    /**
     * The way back in one line.
     *
     * @return the database and the file of the backup
     */
    @Override
    public String toString() {
        return "undo of " + database + " from " + backup.file();
    }
}
