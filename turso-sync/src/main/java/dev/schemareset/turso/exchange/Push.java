package dev.schemareset.turso.exchange;

import dev.schemareset.error.SyncException;
import dev.schemareset.spi.Exchange;
import dev.schemareset.turso.exchange.Replication.Settings;
import dev.schemareset.turso.feed.Feed;
import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.feed.Feed.Pushed;
import dev.schemareset.turso.http.HranaClient.Failure;
import dev.schemareset.turso.replica.State;
import dev.schemareset.turso.replication.SyncProgress;
import dev.schemareset.turso.replication.SyncProgress.Work;
import dev.schemareset.turso.shape.Shape.Parcel;
import java.util.List;
import java.util.Optional;

/** Sends what was changed here, each parcel in one guarded transaction. What became of it is never guessed but asked for. */
final class Push {

    /** How often changes are sent that others are always ahead of. */
    private static final int TRIES = 100;

    /** How often it is asked what became of a parcel that was not answered. */
    private static final int UNANSWERED = 3;

    private final Settings settings;
    private final Feed feed;
    private final OpenReplica replica;
    private final RemoteSchema schema;
    private final Pull pull;
    private Exchange done = Exchange.NONE;
    private int overtaken;
    private int unanswered;

    Push(Settings settings, Feed feed, OpenReplica replica, RemoteSchema schema, Pull pull) {
        this.settings = settings;
        this.feed = feed;
        this.replica = replica;
        this.schema = schema;
        this.pull = pull;
    }

    /** Once. Fetches what others changed where they were ahead. */
    Exchange run() {
        try {
            return sent();
        } catch (SyncException e) {
            throw ExchangeErrors.after(done, e);
        }
    }

    private Exchange sent() {
        if (replica.get().isClean()) {
            return Exchange.NONE;
        }
        replica.get().compact();
        long dirty = replica.get().dirtyRows();
        if (dirty == 0) {
            return Exchange.NONE;
        }
        // What is sent to is looked at before, and what was missed there must not be overwritten.
        if (!schema.isKnown() || replica.get().state().missesChanges()) {
            pullAgain();
        }
        for (Optional<Parcel> next = prepare(); next.isPresent(); next = prepare()) {
            Parcel parcel = next.get();
            send(parcel);
            if (replica.get().state().last().equals(parcel.push())) {
                done = done.then(new Exchange(parcel.changes().size(), 0, 0, List.of()));
                String table = parcel.changes().get(0).table().name().toString();
                settings.progress().onProgress(new SyncProgress(Work.SENDING, table, done.pushed(), dirty));
            }
        }
        return done;
    }

    private Optional<Parcel> prepare() {
        return replica.get().prepare(settings.random()::nextLong);
    }

    private void send(Parcel parcel) {
        State before = replica.get().state();
        Head checked = schema.checked();
        try {
            Pushed pushed = feed.push(before.epoch(), Pull.position(before), before.last(), parcel, checked);
            if (pushed instanceof Pushed.Committed committed) {
                replica.get()
                        .acknowledge(
                                parcel.push(),
                                Optional.of(committed.end()),
                                settings.clock().instant());
            } else {
                pullAgain();
                requireOvertaken(before, checked, ((Pushed.Outdated) pushed).said());
            }
        } catch (Failure e) {
            if (++unanswered > UNANSWERED) {
                throw ExchangeErrors.unanswered(e);
            }
            pullAgain();
        }
    }

    /** A look at the other side tells what became of a parcel, too. */
    private void pullAgain() {
        done = done.then(pull.run(false));
    }

    /** A guard that fails although nothing has changed fails for another reason. */
    private void requireOvertaken(State before, Head checked, String said) {
        if (replica.get().state().equals(before) && schema.checked().schemaVersion() == checked.schemaVersion()) {
            throw ExchangeErrors.refused(feed, said);
        }
        if (++overtaken == TRIES) {
            throw ExchangeErrors.overtaken(feed, overtaken);
        }
    }
}
