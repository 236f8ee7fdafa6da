package dev.schemareset.turso.exchange;

import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.SyncState;
import dev.schemareset.spi.Exchange;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.turso.exchange.Replication.Settings;
import dev.schemareset.turso.feed.Feed;
import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.feed.Feed.Position;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.replica.Incoming;
import dev.schemareset.turso.replica.Merged;
import dev.schemareset.turso.replica.Rebuild;
import dev.schemareset.turso.replica.Rebuild.Cause;
import dev.schemareset.turso.replica.State;
import dev.schemareset.turso.shape.Shape.Cursor;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Fetches what others changed, in one transaction. What of it is fetched, and whether it still fits, a look at the log decides. */
final class Pull {

    /** An instance that only fetches tells how far it has come once in so many changes, so that the log is kept for it. */
    private static final long REGISTER_EVERY = 10_000;

    private static final Position BEFORE_ALL = Position.ofNobody(Cursor.BEGINNING);

    private final LocalDatabase local;
    private final HranaClient client;
    private final Settings settings;
    private final List<Table> tables;
    private final Feed feed;
    private final OpenReplica replica;
    private final RemoteSchema schema;

    /** Names the instance that a local database becomes, the same at each try: the log is kept for each name that is known. */
    private String nextId;

    Pull(
            LocalDatabase local,
            HranaClient client,
            Settings settings,
            List<Table> tables,
            Feed feed,
            OpenReplica replica,
            RemoteSchema schema) {
        this.local = local;
        this.client = client;
        this.settings = settings;
        this.tables = tables;
        this.feed = feed;
        this.replica = replica;
        this.schema = schema;
        this.nextId = settings.newId();
    }

    /** Makes an empty local database from the remote one. */
    Exchange bootstrap() {
        Inventory found = local.inventory();
        if (found.mayHoldRows()) {
            throw ExchangeErrors.unknown(local, client, found);
        }
        return rebuilt(feed.head(BEFORE_ALL), Cause.NEW, false);
    }

    /** Makes a local database of other models anew, where somebody else has reset the remote one with these. */
    Exchange follow(boolean consent) {
        Head head = feed.head(BEFORE_ALL);
        if (local.state().map(SyncState::epoch).equals(head.epoch())) {
            throw replica.misfit();
        }
        return followed(head, consent);
    }

    /** Fetches what is new; consent to give rows up is only needed where both sides do not belong together any more. */
    Exchange run(boolean consent) {
        State state = replica.get().state();
        Head head = feed.head(position(state));
        if (!epoch(head).equals(state.epoch())) {
            return followed(head, consent);
        }
        schema.require(head, replica.get()::missChanges);
        boolean isKnown = Continuity.isKnown(state.cursor(), head);
        boolean isPushLost = head.push().number() < state.last().number();
        if (isPushLost || (!isKnown && state.cursor().seq() > head.trimmed())) {
            return rebuilt(head, Cause.BROUGHT_BACK, consent);
        }
        // Before any rows come: where they leave nothing to send, nothing tells of the push any more.
        if (!head.push().equals(state.last())) {
            return settled(state, head).then(run(consent));
        }
        if (!isKnown || state.missesChanges()) {
            return merged(incoming -> snapshot(incoming, state.epoch(), Optional.of(state.id())), true);
        }
        Exchange done = head.last().equals(state.cursor())
                ? Exchange.NONE
                : merged(incoming -> windows().fetch(incoming, position(state), head), false);
        return done.then(registerIfDue());
    }

    private String epoch(Head head) {
        return head.epoch().orElseThrow(() -> ExchangeErrors.noReset(local, client));
    }

    /** A push that was not answered is known by its number and its token; any other was sent by a copy of this file. */
    private Exchange settled(State state, Head head) {
        if (state.pending()
                .filter(pending -> pending.push().equals(head.push()))
                .isPresent()) {
            replica.get()
                    .acknowledge(head.push(), Optional.empty(), settings.clock().instant());
            return Exchange.NONE;
        }
        replica.get().rename(settings.newId());
        return noted("The file " + local
                + " is a copy, or was brought back from one: it goes on as an instance of its own.");
    }

    private Exchange merged(Incoming.Source source, boolean whole) {
        return exchange(replica.get()
                .merge(source, whole, settings.policy(), settings.clock().instant()));
    }

    /** A mistaken URL looks like a reset by somebody else, and must not empty the file. */
    private Exchange followed(Head head, boolean consent) {
        Optional<String> partner = local.state().flatMap(SyncState::remote);
        if (!consent && partner.isPresent() && !client.isAt(partner.get())) {
            throw ExchangeErrors.otherRemote(local, partner.get(), client);
        }
        return rebuilt(head, Cause.RESET, consent);
    }

    private Exchange rebuilt(Head head, Cause cause, boolean consent) {
        String epoch = epoch(head);
        schema.forget();
        schema.require(head, () -> {});
        if (cause == Cause.RESET && !consent) {
            schema.requireOwn();
        }
        String id = nextId;
        // What may be refused, for rows that would go, leaves nothing there.
        boolean isSure = consent
                || cause == Cause.NEW
                || (cause == Cause.RESET && replica.isOpen() && replica.get().isClean());
        Optional<String> registered = isSure ? Optional.of(id) : Optional.empty();
        Rebuild rebuild = new Rebuild(
                epoch, client.toString(), id, cause, consent, settings.clock().instant());
        Merged merged = replica.rebuild(rebuild, incoming -> snapshot(incoming, epoch, registered));
        nextId = settings.newId();
        return exchange(merged);
    }

    private static Exchange exchange(Merged merged) {
        return new Exchange(0, merged.rows(), merged.conflicts(), merged.notes());
    }

    /** All rows, as they are at one place in the log, whoever wrote them. From where it begins, the log is kept for an instance of that name. */
    private Cursor snapshot(Incoming incoming, String epoch, Optional<String> id) throws SQLException {
        Head head = feed.head(BEFORE_ALL);
        if (!head.epoch().equals(Optional.of(epoch))) {
            throw ExchangeErrors.resetMeanwhile(client);
        }
        id.ifPresent(registered -> register(new Position(registered, head.last())));
        Head then = new Pages(feed, tables, settings.progress()).fetch(incoming, head);
        long from = head.last().seq();
        Head next = new Continuity(feed).require(then, feed.head(Position.ofNobody(then.last()), from), from);
        return windows().fetch(incoming, Position.ofNobody(head.last()), next);
    }

    private Windows windows() {
        return new Windows(feed, settings.progress());
    }

    /** Tells the other side once how far this instance has come, and again when it has only fetched for long. */
    private Exchange registerIfDue() {
        State state = replica.get().state();
        if (state.registered() != State.NEVER && state.cursor().seq() - state.registered() < REGISTER_EVERY) {
            return Exchange.NONE;
        }
        try {
            register(position(state));
        } catch (SyncException e) {
            // What was fetched is written all the same.
            return noted("The next exchange tells the other side anew how far this one has come: " + e.failure());
        }
        replica.get().registered(state.cursor());
        return Exchange.NONE;
    }

    private static Exchange noted(String note) {
        return new Exchange(0, 0, 0, List.of(note));
    }

    /** A token that may only read is no obstacle: the log may be trimmed then, and all rows are fetched anew. */
    private void register(Position position) {
        try {
            feed.register(position);
        } catch (SyncException e) {
            if (e.reason() != Reason.UNAUTHORIZED) {
                throw e;
            }
        }
    }

    static Position position(State state) {
        return new Position(state.id(), state.cursor());
    }
}
