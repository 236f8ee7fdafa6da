package dev.schemareset.reset;

import dev.schemareset.Confirm;
import dev.schemareset.backup.BackupPolicy;
import dev.schemareset.check.CheckedModels;
import dev.schemareset.ddl.Planner;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Schema;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Execution;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.SyncState;
import dev.schemareset.reset.Guard.Deed;
import dev.schemareset.run.SqliteDatabase;
import dev.schemareset.spi.Content;
import dev.schemareset.spi.LocalDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The database of a reset as a sync target sees it. */
public final class ReplicatedDatabase implements LocalDatabase {

    private final CheckedModels models;
    private final SqliteDatabase database;
    private final BackupPolicy backups;
    private final Clock clock;

    public ReplicatedDatabase(CheckedModels models, SqliteDatabase database, BackupPolicy backups, Clock clock) {
        this.models = models;
        this.database = database;
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public Path file() {
        return database.file()
                .orElseThrow(() -> new UnusableDatabaseException(
                        "Cannot exchange the rows of the database " + database + ": it is in memory.",
                        "nothing was changed.",
                        "choose a database in a file with database(...).",
                        null));
    }

    @Override
    public Inventory expected() {
        return models.expected();
    }

    @Override
    public ModelPackages packages() {
        return models.packages();
    }

    @Override
    public List<DatabaseObject> changeLogTriggers() {
        return Planner.changeLogTriggers(models.schema());
    }

    @Override
    public Optional<SyncState> state() {
        return database.syncState();
    }

    @Override
    public Inventory inventory() {
        return database.inventory();
    }

    @Override
    public Inventory schema(Connection connection) {
        return database.schema(connection);
    }

    @Override
    public Connection connect() {
        return database.connect();
    }

    @Override
    public List<String> rebuild(SyncState state, Content content) {
        // To make a new file drops nothing.
        if (database.syncState().isPresent()) {
            Prohibition.check("reset", database);
        }
        Schema schema = models.schema();
        Guard guard = new Guard(Deed.REBUILD, database, Confirm.YES, models::packages);
        Execution execution = database.reset(
                found -> {
                    guard.requireDroppable(found);
                    return Planner.rebuild(found, schema, state);
                },
                content,
                backups,
                clock.instant());
        return Stream.concat(wentWith(execution).stream(), execution.notes().stream())
                .toList();
    }

    /** What the database held before, and where it is now. */
    private Optional<String> wentWith(Execution execution) {
        Inventory found = execution.plan().found();
        if (!found.mayHoldRows()) {
            return Optional.empty();
        }
        return Optional.of("The database " + database + " was rebuilt; it held " + found.summary() + ", "
                + execution
                        .backup()
                        .map(backup -> "which are in the backup " + backup.file())
                        .orElseGet(() -> "of which no backup was taken"
                                + execution
                                        .plan()
                                        .noBackup()
                                        .map(reason -> ": " + reason)
                                        .orElse(""))
                + ".");
    }

    @Override
    public String toString() {
        return database.toString();
    }
}
