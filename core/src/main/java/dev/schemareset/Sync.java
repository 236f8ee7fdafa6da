package dev.schemareset;

import dev.schemareset.Guard.Deed;
import dev.schemareset.database.SqliteDatabase;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.model.Name;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.SyncState;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.spi.SyncTarget;
import java.util.List;
import java.util.Optional;

/** Brings the other side in step, if a reset has left that to do, and makes sure that both belong together. */
final class Sync {

    private static final String UNCHANGED = "nothing was changed, here or there.";

    private final Optional<SyncTarget> target;
    private final SqliteDatabase local;
    private final CheckedModels models;

    Sync(Optional<SyncTarget> target, SqliteDatabase local, CheckedModels models) {
        this.target = target;
        this.local = local;
        this.models = models;
    }

    SyncReport run() {
        SyncTarget there = target.orElseThrow(() -> new SyncException(
                Reason.NOT_CONFIGURED,
                "Cannot sync the database " + local + ": it is not said with what.",
                "nothing was changed.",
                "say it with syncTo(...).",
                null));
        RemoteDatabase remote = there.look();
        SyncState state = local.syncState()
                .orElseThrow(
                        () -> conflict(there, unknown(), resetBoth(remote.seen().inventory())));
        Optional<RemoteReset> finished = finish(there, remote, state);
        return new SyncReport(
                local.toString(),
                remote.seen().name(),
                state.epoch(),
                finished,
                finished.isPresent() ? List.of() : remote.seen().altered());
    }

    private static String resetBoth(Inventory there) {
        return "look at both with info(); apply(" + Guard.confirmFor(there)
                + ") drops everything on both sides and makes them anew.";
    }

    private String unknown() {
        return local.schema().isEmpty() ? "it does not exist." : "it was not reset together with another database.";
    }

    private Optional<RemoteReset> finish(SyncTarget there, RemoteDatabase remote, SyncState state) {
        if (RemoteSide.isEpoch(remote.seen(), state.epoch())) {
            if (state.awaited().isPresent()) {
                RemoteSide.settle(local, state.epoch());
            }
            return Optional.empty();
        }
        RemoteDatabase counted = remote.counted();
        new Guard(Deed.RESET, there, Confirm.YES)
                .requireUnprotected(counted.seen().inventory());
        requireAwaited(there, counted.seen(), state);
        requireLocalIsAsTheModels(there);
        Prohibition.check("reset", there);
        return Optional.of(RemoteSide.resume(counted, models.schema(), state).finish(local));
    }

    /** What was not seen when the reset was confirmed must not be dropped by it. */
    private void requireAwaited(SyncTarget there, RemoteInspection seen, SyncState state) {
        if (state.awaited().isEmpty()) {
            throw conflict(
                    there,
                    "they come from different resets. The other side has "
                            + seen.inventory()
                                    .sync()
                                    .map(other -> "the epoch " + new Name(other.epoch()))
                                    .orElse("no epoch")
                            + ", this one the epoch " + state.epoch()
                            + ": one of them was reset without the other, brought back from a backup, or replaced.",
                    resetBoth(seen.inventory()));
        }
        if (!RemoteSide.isAwaited(seen, state)) {
            throw conflict(
                    there,
                    "the other side is yet to be reset, and is not what was confirmed to be dropped: "
                            + state.remote().orElse("another database") + " as it was then. It holds "
                            + seen.inventory().summary() + " now.",
                    resetBoth(seen.inventory()));
        }
    }

    private void requireLocalIsAsTheModels(SyncTarget there) {
        Inventory found = local.schema().orElse(Inventory.EMPTY);
        if (!found.fingerprint().equals(models.expected().fingerprint())) {
            throw conflict(
                    there,
                    "the other side is yet to be reset, and this database differs from the models.",
                    "look at the differences with verify(); apply(Confirm.YES) drops everything on both sides and makes them from the"
                            + " models as they are.");
        }
    }

    private SyncException conflict(SyncTarget there, String why, String remedy) {
        return new SyncException(
                Reason.CONFLICT,
                "Cannot sync the database " + local + " with " + there + ": " + why,
                UNCHANGED,
                remedy,
                null);
    }
}
