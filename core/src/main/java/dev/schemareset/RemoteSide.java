package dev.schemareset;

import dev.schemareset.Guard.Deed;
import dev.schemareset.database.SqliteDatabase;
import dev.schemareset.ddl.Planner;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.SyncException;
import dev.schemareset.model.Schema;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Step;
import dev.schemareset.plan.SyncState;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.spi.SyncTarget;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The reset of the other side: decided before anything local is touched, remembered in the transaction of the local reset, done once
 * that is committed.
 */
final class RemoteSide {

    private final RemoteDatabase database;
    private final Plan plan;
    private final SyncState state;

    private RemoteSide(RemoteDatabase database, Plan plan, SyncState state) {
        this.database = database;
        this.plan = plan;
        this.state = state;
    }

    /** Looks whether the other side can be reached, may be reset, and can hold the schema. */
    static RemoteSide prepare(SyncTarget target, Schema schema, Confirm confirm, List<Step> steps) {
        long start = System.nanoTime();
        RemoteDatabase database = target.look().counted();
        RemoteInspection seen = database.seen();
        SyncState state = new SyncState(
                UUID.randomUUID().toString(), Optional.of(seen.name()), Optional.of(identity(seen.inventory())));
        RemoteSide side = prepare(database, schema, confirm, state);
        steps.add(Step.since("look at the other side, and try the schema there", start));
        return side;
    }

    /** The same for a reset that an earlier one has left to do, and that was confirmed then. */
    static RemoteSide resume(RemoteDatabase database, Schema schema, SyncState state) {
        return prepare(database, schema, Confirm.YES_DROP_FOREIGN_TABLES, state);
    }

    private static RemoteSide prepare(RemoteDatabase database, Schema schema, Confirm confirm, SyncState state) {
        RemoteInspection seen = database.seen();
        new Guard(Deed.RESET, seen.name(), confirm).requireDroppable(seen.inventory());
        Portability.require(database, schema, state.epoch());
        return new RemoteSide(database, Planner.remote(seen.inventory(), schema, state.epoch()), state);
    }

    /** By this a database is known again that was confirmed to be dropped. */
    static String identity(Inventory inventory) {
        return inventory
                .sync()
                .map(sync -> "epoch " + sync.epoch())
                .orElseGet(() -> "schema " + inventory.fingerprint());
    }

    /** What the local database must know of it. */
    SyncState state() {
        return state;
    }

    /** Does it. What fails from here on leaves a local database that knows that its other side was not reset. */
    RemoteReset follow(SqliteDatabase local, List<Step> steps) {
        long start = System.nanoTime();
        RemoteReset reset = follow(local);
        steps.add(Step.since("reset the other side", start));
        return reset;
    }

    RemoteReset follow(SqliteDatabase local) {
        RemoteInspection seen = database.seen();
        try {
            database.run(plan.changes(), there -> isEpoch(there, state.epoch()));
        } catch (SyncException e) {
            throw new SyncException(
                    e.reason(),
                    e.failure(),
                    "the local database " + local + " was reset, and remembers that its other side must follow; "
                            + e.dataState(),
                    e.remedy()
                            + " Then call sync(), which resets the other side and drops nothing here, or apply again.",
                    e);
        }
        return new RemoteReset(seen.name(), seen.server(), plan, state.epoch(), settle(local, state.epoch()));
    }

    static void protect(RemoteDatabase database, String reason) {
        database.run(
                Planner.protect(database.seen().inventory(), reason),
                there -> there.inventory()
                        .protection()
                        .filter(protection -> protection.reason().equals(reason))
                        .isPresent());
    }

    static void unprotect(RemoteDatabase database) {
        database.run(
                Planner.unprotect(database.seen().inventory()),
                there -> there.inventory().protection().isEmpty());
    }

    static boolean isEpoch(RemoteInspection there, String epoch) {
        return there.inventory()
                .sync()
                .filter(sync -> sync.epoch().equals(epoch))
                .isPresent();
    }

    /** Both sides are reset by now. What is left of the note only costs the next sync a look. */
    static List<String> settle(SqliteDatabase local, String epoch) {
        try {
            local.settle(found -> Planner.settle(found, epoch));
            return List.of();
        } catch (SchemaResetException e) {
            return List.of("The local database does not know yet that its other side was reset, and will look again: "
                    + e.failure());
        }
    }
}
