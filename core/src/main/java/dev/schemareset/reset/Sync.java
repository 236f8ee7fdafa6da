package dev.schemareset.reset;

import dev.schemareset.Confirm;
import dev.schemareset.RemoteReset;
import dev.schemareset.SyncReport;
import dev.schemareset.check.CheckedModels;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.SyncState;
import dev.schemareset.reset.Guard.Deed;
import dev.schemareset.run.SqliteDatabase;
import dev.schemareset.spi.Exchange;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.spi.SyncTarget;
import java.util.Optional;

/** Syncs the remote: its reset, if an earlier one left that to do, then the rows of both. */
public final class Sync {

    private static final String UNCHANGED = "neither database was changed.";

    private final Optional<SyncTarget> target;
    private final SqliteDatabase local;
    private final CheckedModels models;

    public Sync(Optional<SyncTarget> target, SqliteDatabase local, CheckedModels models) {
        this.target = target;
        this.local = local;
        this.models = models;
    }

    public SyncReport run(LocalDatabase replicated) {
        SyncTarget there = there();
        Optional<RemoteReset> finished = finish();
        Exchange exchange = there.exchange(replicated);
        String epoch = local.syncState().map(SyncState::epoch).orElse("");
        return new SyncReport(local.toString(), there.toString(), epoch, finished, exchange);
    }

    /** Does to the remote what a reset has left to do. */
    public Optional<RemoteReset> finish() {
        SyncTarget there = there();
        Optional<SyncState> unfinished =
                local.syncState().filter(state -> state.awaited().isPresent());
        return unfinished.flatMap(state -> finish(there, there.look(), state));
    }

    private SyncTarget there() {
        return target.orElseThrow(() -> new SyncException(
                Reason.NOT_CONFIGURED,
                "Cannot sync the database " + local + ": no remote is configured.",
                "nothing was changed.",
                "name one with syncTo(...).",
                null));
    }

    private String resetBoth(Inventory here, Inventory there) {
        return "compare both with info(); apply(" + Guard.confirmFor(models.packages(), here, there)
                + ") drops everything in both and creates it again.";
    }

    private Optional<RemoteReset> finish(SyncTarget there, RemoteDatabase remote, SyncState state) {
        if (RemoteSide.isEpoch(remote.seen(), state.epoch())) {
            RemoteSide.settle(local, state.epoch());
            return Optional.empty();
        }
        RemoteDatabase counted = remote.counted();
        new Guard(Deed.RESET, there, Confirm.YES, models::packages)
                .requireUnprotected(counted.seen().inventory());
        Inventory here = local.inventory();
        requireAwaited(there, here, counted.seen(), state);
        requireOurs(there, here, counted.seen().inventory());
        requireLocalIsAsTheModels(there, here);
        Prohibition.check("reset", there);
        return Optional.of(RemoteSide.confirmed(counted, models.schema(), state).finish(local));
    }

    /** What was not seen when the reset was confirmed must not be dropped by it. */
    private void requireAwaited(SyncTarget there, Inventory here, RemoteInspection seen, SyncState state) {
        if (!RemoteSide.isAwaited(seen, state)) {
            throw conflict(
                    there,
                    "the remote is still to be reset, and is not what was confirmed to be dropped: "
                            + state.remote().orElse("another database") + " as it was then. It holds "
                            + seen.inventory().summary() + " now"
                            + seen.inventory()
                                    .foreignTo(models.packages())
                                    .map(why -> ": " + why)
                                    .orElse("") + ".",
                    resetBoth(here, seen.inventory()));
        }
    }

    /** What another application has left to do is for that to do. */
    private void requireOurs(SyncTarget there, Inventory here, Inventory found) {
        here.foreignTo(models.packages()).ifPresent(why -> {
            throw conflict(there, why + ", and the remote is still to be reset.", resetBoth(here, found));
        });
    }

    private void requireLocalIsAsTheModels(SyncTarget there, Inventory here) {
        if (!here.fingerprint().equals(models.expected().fingerprint())) {
            throw conflict(
                    there,
                    "the remote is still to be reset, and this database differs from the models.",
                    "look at the differences with verify(); apply(Confirm.YES) drops everything in both and creates it from the "
                            + "models as they are now.");
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
