package dev.schemareset.turso.exchange;

import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.plan.Inventory;
import dev.schemareset.spi.Exchange;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.spi.RemoteInspection;
import dev.schemareset.turso.feed.Feed;
import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.feed.Feed.Position;
import dev.schemareset.turso.feed.Feed.Pushed;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Failure;
import dev.schemareset.turso.http.HranaClient.Pause;
import dev.schemareset.turso.remote.TursoDatabase;
import dev.schemareset.turso.replica.Replica;
import dev.schemareset.turso.replica.Replica.Merged;
import dev.schemareset.turso.replica.Replica.Rebuild;
import dev.schemareset.turso.replica.Replica.State;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.replication.SyncPreview;
import dev.schemareset.turso.replication.SyncProgress;
import dev.schemareset.turso.replication.SyncProgress.Work;
import dev.schemareset.turso.replication.SyncVerification;
import dev.schemareset.turso.shape.Shape.Cursor;
import dev.schemareset.turso.shape.Shape.Parcel;
import dev.schemareset.turso.shape.Shape.Table;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges the rows of one local file with one remote database. Each push is one guarded transaction, each pull is written in one; what
 * became of a push is never guessed but asked for.
 *
 * <p>For one thread at a time.
 */
public final class Replication implements AutoCloseable {

    /** How often changes are sent that others are always ahead of. */
    private static final int TRIES = 100;

    /** How often it is asked what became of a push that was not answered. */
    private static final int UNANSWERED = 3;

    /** An instance that only fetches tells how far it has come once in so many changes, so that the log is kept for it. */
    private static final long REGISTER_EVERY = 10_000;

    /** How long another process may exchange the rows of the same file. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The most rows of a preview, on each side. */
    private static final int PREVIEWED = 1_000;

    /** Of whom no entry of a log is. */
    private static final Position ANYBODY = new Position("", Cursor.BEGINNING);

    private final LocalDatabase local;
    private final HranaClient client;
    private final Settings settings;
    private final List<Table> tables;
    private final Feed feed;
    private @Nullable Replica open;
    private Optional<Head> checked = Optional.empty();

    /**
     * How rows are exchanged.
     *
     * @param policy decides between two versions of a row
     * @param progress is told about long work
     * @param clock tells the time
     * @param random makes names and tokens
     * @param pause waits
     */
    public record Settings(
            ConflictPolicy policy, SyncProgress.Listener progress, Clock clock, RandomGenerator random, Pause pause) {}

    /**
     * An exchange that has not begun. Nothing is opened yet.
     *
     * @param local the local database
     * @param client asks the server of the remote one
     * @param settings how
     */
    public Replication(LocalDatabase local, HranaClient client, Settings settings) {
        this.local = local;
        this.client = client;
        this.settings = settings;
        this.tables = Replica.tables(local.expected());
        this.feed = new Feed(client, tables);
    }

    /** Opens the local database, which needs no network; makes it from the remote one when it is empty. */
    public Exchange open() {
        return open != null && open.isCurrent() ? Exchange.NONE : locked(this::opened);
    }

    /** Sends what was changed here. */
    public Exchange push() {
        return exchange(this::pushAll);
    }

    /** Fetches what others changed. */
    public Exchange pull() {
        return exchange(() -> pullAll(false));
    }

    /** Sends and fetches. What is sent last is sent to a database of which everything is known, so that nothing is left to fetch. */
    public Exchange sync() {
        return exchange(() -> {
            Exchange pushed = pushAll();
            return pushed.pushed() > 0 ? pushed : pushed.then(pullAll(false));
        });
    }

    /** Makes the local database anew from the remote one, if the two do not belong together any more; rows that go become conflicts. */
    public Exchange rebuild() {
        return exchange(() -> pullAll(true));
    }

    private Exchange exchange(Supplier<Exchange> work) {
        return locked(() -> openedAndReset().then(work.get()));
    }

    private Exchange openedAndReset() {
        Exchange opened = opened();
        if (replica().state().awaitsReset()) {
            throw ExchangeErrors.notReset(local, client);
        }
        return opened;
    }

    /** Where the local side stands. */
    public State state() {
        return replica().state();
    }

    /** How many rows were changed here and are not known to be there. */
    public long dirtyRows() {
        return replica().dirtyRows();
    }

    /** The conflicts that are not resolved. */
    public List<Conflict> conflicts() {
        return replica().conflicts();
    }

    /** How many conflicts are not resolved. */
    public long conflictCount() {
        return replica().conflictCount();
    }

    /** Lets a version of a conflict stand. */
    public void resolve(long id, Side chosen) {
        replica().resolve(id, chosen);
    }

    /** What would be sent and fetched. */
    public SyncPreview preview() {
        return locked(() -> {
            Head head = headOfSameReset();
            return new Preview(replica(), feed, PREVIEWED)
                    .look(position(replica().state()), head);
        });
    }

    /** Compares both sides, row by row. */
    public SyncVerification verify() {
        return locked(() -> {
            headOfSameReset();
            return new Comparison(replica(), feed, client, tables, settings.progress()).run();
        });
    }

    /** What is compared must belong together. */
    private Head headOfSameReset() {
        openedAndReset();
        State state = replica().state();
        Head head = feed.head(position(state));
        if (!head.epoch().equals(Optional.of(state.epoch()))) {
            throw ExchangeErrors.notTogether(local, client);
        }
        return head;
    }

    private <T> T locked(Supplier<T> work) {
        return new ExchangeLock(local.file(), PATIENCE, settings.pause()).holding(work);
    }

    private Replica replica() {
        if (open == null) {
            throw new IllegalStateException("the local database is not open");
        }
        return open;
    }

    private Exchange opened() {
        if (open != null && open.isCurrent()) {
            return Exchange.NONE;
        }
        close();
        Exchange done = local.state().isPresent() ? Exchange.NONE : bootstrap();
        if (open == null) {
            open = Replica.open(local, tables, this::newId);
        }
        return done;
    }

    private Exchange bootstrap() {
        Inventory found = local.inventory();
        if (found.mayHoldRows()) {
            throw ExchangeErrors.unknown(local, client, found);
        }
        Head head = feed.head(ANYBODY);
        return rebuilt(head, "it is empty", false, false);
    }

    private Exchange pushAll() {
        long dirty = replica().dirtyRows();
        if (dirty == 0) {
            return Exchange.NONE;
        }
        replica().compact();
        // What is sent to is looked at before.
        Exchange done = checked.isPresent() ? Exchange.NONE : pullAll(false);
        int overtaken = 0;
        int unanswered = 0;
        for (Optional<Parcel> next = prepare(); next.isPresent(); next = prepare()) {
            Parcel parcel = next.get();
            State before = replica().state();
            try {
                Pushed pushed = feed.push(
                        before.epoch(),
                        position(before),
                        before.last(),
                        parcel,
                        checked.filter(Head::enforcesForeignKeys).isPresent());
                if (pushed instanceof Pushed.Committed committed) {
                    replica()
                            .acknowledge(
                                    parcel.push(),
                                    Optional.of(committed.end()),
                                    settings.clock().instant());
                    done = done.then(lookAgainUnless(committed.schemaVersion()));
                } else {
                    done = done.then(pullAll(false));
                    requireOvertaken(before, ((Pushed.Outdated) pushed).said(), ++overtaken);
                }
            } catch (Failure e) {
                if (!e.outcomeUnknown()) {
                    throw ExchangeErrors.notSent(e);
                }
                if (++unanswered > UNANSWERED) {
                    throw ExchangeErrors.unanswered(e);
                }
                done = done.then(pullAll(false));
            }
            if (replica().state().last().equals(parcel.push())) {
                done = done.then(new Exchange(parcel.changes().size(), 0, 0, List.of()));
                settings.progress()
                        .onProgress(new SyncProgress(
                                Work.SENDING,
                                parcel.changes().get(0).table().name().toString(),
                                done.pushed(),
                                dirty));
            }
        }
        return done;
    }

    private Optional<Parcel> prepare() {
        return replica().prepare(settings.random()::nextLong);
    }

    /** A guard that fails although nothing has changed fails for another reason. */
    private void requireOvertaken(State before, String said, int times) {
        State now = replica().state();
        if (now.equals(before)) {
            throw ExchangeErrors.refused(client, said);
        }
        if (times == TRIES) {
            throw ExchangeErrors.overtaken(client, times);
        }
    }

    private Exchange pullAll(boolean consent) {
        State state = replica().state();
        Head head = feed.head(position(state));
        if (head.epoch().isEmpty()) {
            throw ExchangeErrors.noReset(local, client);
        }
        if (!head.epoch().get().equals(state.epoch())) {
            return rebuilt(head, "the database " + client + " was reset by somebody else", false, consent);
        }
        requireRemoteSchema(head);
        boolean isKnown = isKnown(state.cursor(), head);
        if (!isKnown && state.cursor().seq() > head.trimmed()) {
            return rebuilt(head, "the database " + client + " was brought back to an older state", true, consent);
        }
        // Before any rows come: where they leave nothing to send, nothing tells of the push any more.
        if (!head.push().equals(state.last())) {
            return settled(state, head).then(pullAll(consent));
        }
        if (!isKnown) {
            return merged(incoming -> snapshot(incoming, state.epoch()), true);
        }
        Exchange done = head.last().equals(state.cursor())
                ? Exchange.NONE
                : merged(incoming -> new Windows(feed, client).fetch(incoming, position(state), head), false);
        registerIfDue();
        return done;
    }

    /** Whether the log still is the one of which this instance knows the beginning. */
    private static boolean isKnown(Cursor cursor, Head head) {
        return cursor.seq() == 0 ? head.trimmed() == 0 : head.known().equals(Optional.of(cursor.nonce()));
    }

    /** A push that was not answered is known by its number and its token; any other was sent by a copy of this file. */
    private Exchange settled(State state, Head head) {
        if (state.pending()
                .filter(pending -> pending.push().equals(head.push()))
                .isPresent()) {
            replica()
                    .acknowledge(head.push(), Optional.empty(), settings.clock().instant());
            return Exchange.NONE;
        }
        replica().rename(newId());
        return new Exchange(
                0,
                0,
                0,
                List.of("The file " + local
                        + " is a copy, or was brought back from one: it goes on as an instance of its own."));
    }

    private Exchange merged(Replica.Source source, boolean whole) {
        Merged merged = replica()
                .merge(source, whole, settings.policy(), settings.clock().instant());
        return new Exchange(0, merged.rows(), merged.conflicts(), merged.notes());
    }

    private Exchange rebuilt(Head head, String why, boolean everyRow, boolean consent) {
        String epoch = head.epoch().orElseThrow(() -> ExchangeErrors.noReset(local, client));
        checked = Optional.empty();
        requireRemoteSchema(head);
        close();
        String id = newId();
        Merged merged = Replica.rebuild(
                local,
                tables,
                new Rebuild(
                        epoch,
                        client.toString(),
                        id,
                        why,
                        everyRow,
                        consent,
                        settings.clock().instant()),
                incoming -> snapshot(incoming, epoch));
        open = Replica.open(local, tables, this::newId);
        return new Exchange(0, merged.rows(), merged.conflicts(), merged.notes());
    }

    /** All rows, as they are at one place in the log, whoever wrote them. */
    private Cursor snapshot(Replica.Incoming incoming, String epoch) throws SQLException {
        Head head = feed.head(ANYBODY);
        requireEpoch(head, epoch);
        new Pages(feed, client, tables, settings.progress()).fetch(incoming);
        Position since = new Position(ANYBODY.id(), new Cursor(head.last().seq(), 0));
        Head next = feed.head(since);
        requireEpoch(next, epoch);
        return new Windows(feed, client).fetch(incoming, since, next);
    }

    private void requireEpoch(Head head, String epoch) {
        if (!head.epoch().equals(Optional.of(epoch))) {
            throw ExchangeErrors.resetMeanwhile(client);
        }
    }

    /** Where somebody has changed the schema meanwhile, another look tells. */
    private Exchange lookAgainUnless(long sameVersion) {
        if (checked.filter(before -> before.schemaVersion() == sameVersion).isPresent()) {
            return Exchange.NONE;
        }
        checked = Optional.empty();
        return pullAll(false);
    }

    /** Looked at again only when the schema has changed. */
    private void requireRemoteSchema(Head head) {
        if (checked.filter(before -> before.schemaVersion() == head.schemaVersion())
                .isPresent()) {
            return;
        }
        RemoteInspection seen = TursoDatabase.look(client).seen();
        if (!seen.inventory()
                .stamp()
                .filter(stamp -> stamp.fingerprint().equals(local.expected().fingerprint()))
                .isPresent()) {
            throw ExchangeErrors.otherModels(local, seen, local.expected());
        }
        if (!seen.altered().isEmpty()) {
            throw ExchangeErrors.altered(local, seen);
        }
        checked = Optional.of(head);
    }

    /**
     * Tells the other side once how far this instance has come, and again when it has only fetched for long. A token that may only read is no
     * obstacle: the log may be trimmed then, and all rows are fetched anew.
     */
    private void registerIfDue() {
        State state = replica().state();
        if (state.registered() == State.NEVER || state.cursor().seq() - state.registered() >= REGISTER_EVERY) {
            try {
                feed.register(position(state));
            } catch (SyncException e) {
                if (e.reason() != Reason.UNAUTHORIZED) {
                    throw e;
                }
            }
            replica().registered(state.cursor());
        }
    }

    private static Position position(State state) {
        return new Position(state.id(), state.cursor());
    }

    private String newId() {
        return new UUID(settings.random().nextLong(), settings.random().nextLong()).toString();
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
