package dev.schemareset.reset;

import dev.schemareset.RemoteReset;
import dev.schemareset.connection.Action;
import dev.schemareset.ddl.Planner;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.model.Schema;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Statement;
import dev.schemareset.plan.Step;
import dev.schemareset.plan.SyncState;
import dev.schemareset.run.SqliteDatabase;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.spi.SyncTarget;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The reset of the remote: decided before anything local is touched, remembered in the transaction of the local reset, done once
 * that is committed.
 */
public final class RemoteSide {

    private static final String BY_SYNC =
            " Then call sync(): it resets the remote if that was not done, and drops nothing locally.";

    private final RemoteDatabase database;
    private final Plan plan;
    private final SyncState state;

    private RemoteSide(RemoteDatabase database, Plan plan, SyncState state) {
        this.database = database;
        this.plan = plan;
        this.state = state;
    }

    /** Checks whether the remote can be reached, may be reset, and can hold the schema. */
    public static RemoteSide prepare(
            SyncTarget target, Schema schema, Guard guard, Supplier<Inventory> local, List<Step> steps) {
        long start = System.nanoTime();
        RemoteDatabase database = target.look().counted();
        RemoteInspection seen = database.seen();
        guard.requireDroppable(seen, local);
        SyncState state = new SyncState(
                UUID.randomUUID().toString(),
                Optional.of(seen.name()),
                Optional.of(seen.inventory().identity()));
        RemoteSide side = confirmed(database, schema, state);
        steps.add(Step.since("inspect the remote, dry run", start));
        return side;
    }

    /** The same for a database whose reset was confirmed before. */
    static RemoteSide confirmed(RemoteDatabase database, Schema schema, SyncState state) {
        Portability.require(database, schema, state.epoch());
        return new RemoteSide(database, Planner.remote(database.seen().inventory(), schema, state.epoch()), state);
    }

    /** Whether this is what was seen, to the row, when its reset was confirmed. */
    public static boolean isAwaited(RemoteInspection counted, SyncState state) {
        return state.remote().filter(counted.name()::equals).isPresent()
                && state.awaited()
                        .filter(counted.inventory().identity()::equals)
                        .isPresent();
    }

    /** What the local database must know of it. */
    public SyncState state() {
        return state;
    }

    /** Does it. What fails from now on leaves a local database that knows that its remote was not reset. */
    public RemoteReset follow(SqliteDatabase local, Optional<Backup> backup, List<Step> steps) {
        long start = System.nanoTime();
        String rows = backup.map(taken -> " The rows it held are in the backup " + taken.file() + ".")
                .orElse("");
        RemoteReset reset = follow(
                local,
                "the local database " + local + " was reset, and remembers that the remote must be reset too." + rows);
        steps.add(Step.since("reset the remote", start));
        return reset;
    }

    /** The same for a reset that an earlier one has left to do. */
    RemoteReset finish(SqliteDatabase local) {
        return follow(
                local,
                "the local database " + local
                        + " was reset before, and still remembers that the remote must be reset too.");
    }

    private RemoteReset follow(SqliteDatabase local, String here) {
        RemoteInspection seen = database.seen();
        try {
            database.run(plan.changes(), there -> isEpoch(there, state.epoch()));
        } catch (SyncException e) {
            throw new SyncException(
                    e.reason(),
                    e.failure(),
                    here + " Remote: " + e.dataState(),
                    e.remedy() + (e.reason() == Reason.CONFLICT ? "" : BY_SYNC) + " apply(" + Guard.confirmFor(plan)
                            + ") resets both again.",
                    e);
        }
        return new RemoteReset(seen.name(), seen.server(), plan, state.epoch(), settle(local, state.epoch()));
    }

    /** A database that was reset without its remote no longer knows it. */
    public static Stream<String> leftAlone(Plan plan, Optional<RemoteReset> remote) {
        return plan.found().sync().flatMap(SyncState::remote).stream()
                .filter(name ->
                        remote.filter(reset -> reset.name().equals(name)).isEmpty())
                .map(name ->
                        "The remote database " + name + " was not reset, and is not in step with this one any more.");
    }

    public static void protect(SqliteDatabase local, RemoteDatabase database, String reason) {
        change(
                database,
                Planner.protect(database.seen().inventory(), reason),
                there -> there.inventory()
                        .protection()
                        .filter(protection -> protection.reason().equals(reason))
                        .isPresent(),
                "the local database " + local + " is protected.");
    }

    public static void unprotect(SqliteDatabase local, RemoteDatabase database) {
        change(
                database,
                Planner.unprotect(database.seen().inventory()),
                there -> there.inventory().protection().isEmpty(),
                "the local database " + local + " is no longer protected.");
    }

    private static void change(
            RemoteDatabase database, List<Statement> statements, Predicate<RemoteInspection> done, String here) {
        try {
            database.run(statements, done);
        } catch (SyncException e) {
            throw new SyncException(e.reason(), e.failure(), here + " Remote: " + e.dataState(), e.remedy(), e);
        }
    }

    public static boolean isEpoch(RemoteInspection there, String epoch) {
        return there.inventory()
                .sync()
                .filter(sync -> sync.epoch().equals(epoch))
                .isPresent();
    }

    /** Both sides are reset by now. What is left of the note only costs the next sync a look. */
    static List<String> settle(SqliteDatabase local, String epoch) {
        try {
            local.change(Action.SETTLE, found -> Planner.settle(found, epoch));
            return local.syncState()
                            .filter(state -> state.epoch().equals(epoch))
                            .isPresent()
                    ? List.of()
                    : List.of(
                            "The local database was reset again in the meantime, by another process or thread: compare both with info().");
        } catch (SchemaResetException e) {
            return List.of(
                    "The local database has not recorded yet that the remote was reset; the next sync checks it: "
                            + e.failure());
        }
    }
}
