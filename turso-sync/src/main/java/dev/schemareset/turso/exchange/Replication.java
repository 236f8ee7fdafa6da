package dev.schemareset.turso.exchange;

import dev.schemareset.error.SyncException;
import dev.schemareset.plan.SyncState;
import dev.schemareset.spi.Ending;
import dev.schemareset.spi.Exchange;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.turso.feed.Feed;
import dev.schemareset.turso.feed.Feed.Head;
import dev.schemareset.turso.feed.Feed.Position;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Pause;
import dev.schemareset.turso.replica.Replica;
import dev.schemareset.turso.replica.State;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.replication.SyncPreview;
import dev.schemareset.turso.replication.SyncProgress;
import dev.schemareset.turso.replication.SyncVerification;
import dev.schemareset.turso.shape.Shape.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Exchanges the rows of one local file with one remote database. Each push is one guarded transaction, each pull is written in one; what
 * became of a push is never guessed but asked for.
 *
 * <p>For one thread at a time, but for what only asks the local file: that waits for no exchange.
 */
public final class Replication implements AutoCloseable {

    /** How long another process may exchange the rows of the same file. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The most rows of a preview, on each side. */
    private static final int PREVIEWED = 1_000;

    private final LocalDatabase local;
    private final HranaClient client;
    private final Settings settings;
    private final List<Table> tables;
    private final Feed feed;
    private final OpenReplica replica;

    /** For questions to the local file: by a connection of its own, as any other program would. */
    private final OpenReplica asked;

    private final RemoteSchema schema;
    private final Pull pull;

    /** Guarded by {@link #asked}. */
    private boolean closed;

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
            ConflictPolicy policy, SyncProgress.Listener progress, Clock clock, RandomGenerator random, Pause pause) {

        /** A new name of an instance. */
        String newId() {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
    }

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
        this.replica = new OpenReplica(local, tables, settings::newId);
        this.asked = new OpenReplica(local, tables, settings::newId);
        this.schema = new RemoteSchema(local, client);
        this.pull = new Pull(local, client, settings, tables, feed, replica, schema);
    }

    /**
     * Opens the local database, which needs no network; makes it from the remote one when it is empty. One of other models is left as it is
     * until rows are exchanged.
     */
    public Exchange open() {
        return replica.isCurrent() ? Exchange.NONE : locked(this::opened);
    }

    /** Sends what was changed here. */
    public Exchange push() {
        return exchange(false, this::pushed);
    }

    /** Fetches what others changed. */
    public Exchange pull() {
        return exchange(false, () -> pull.run(false));
    }

    /** Sends and fetches. What is sent last is sent to a database of which everything is known, so that nothing is left to fetch. */
    public Exchange sync() {
        return exchange(false, () -> {
            Exchange pushed = pushed();
            return pushed.pushed() > 0 ? pushed : after(pushed, () -> pull.run(false));
        });
    }

    /** Makes the local database anew from the remote one, if the two do not belong together any more; changes that are not there become conflicts. */
    public Exchange rebuild() {
        return exchange(true, () -> pull.run(true));
    }

    private Exchange pushed() {
        return new Push(settings, feed, replica, schema, pull).run();
    }

    private Exchange exchange(boolean consent, Supplier<Exchange> work) {
        return locked(() -> {
            Exchange opened = openedOnceReset();
            Exchange current = replica.isOpen() ? opened : pull.follow(consent);
            return after(current, work);
        });
    }

    private static Exchange after(Exchange done, Supplier<Exchange> next) {
        try {
            return done.then(next.get());
        } catch (SyncException e) {
            throw ExchangeErrors.after(done, e);
        }
    }

    private Exchange openedOnceReset() {
        Exchange opened = opened();
        if (awaitsReset()) {
            throw ExchangeErrors.notReset(local, client);
        }
        return opened;
    }

    /** Whether the remote database is yet to be reset. */
    public boolean awaitsReset() {
        return replica.isOpen()
                ? replica.get().state().awaitsReset()
                : local.state().flatMap(SyncState::awaited).isPresent();
    }

    /** Names the reset that made both, after an exchange. */
    public String epoch() {
        return replica.get().state().epoch();
    }

    /** Where the local side stands. */
    public State state() {
        return beside(Replica::state);
    }

    /** How many rows were changed here and are not known to be there. */
    public long dirtyRows() {
        return beside(Replica::dirtyRows);
    }

    /** The conflicts that are not resolved. */
    public List<Conflict> conflicts() {
        return beside(Replica::conflicts);
    }

    /** How many conflicts are not resolved. */
    public long conflictCount() {
        return beside(Replica::conflictCount);
    }

    /** Lets a version of a conflict stand. */
    public void resolve(long id, Side chosen) {
        beside(open -> {
            open.resolve(id, chosen);
            return open;
        });
    }

    /** Once it is closed, there is nothing more to be done with it. */
    public void requireOpen() {
        synchronized (asked) {
            if (closed) {
                throw new IllegalStateException("the replication of " + local + " with " + client + " is closed");
            }
        }
    }

    private <T> T beside(Function<Replica, T> question) {
        synchronized (asked) {
            requireOpen();
            if (!asked.isCurrent()) {
                Replica.requireFile(local);
                if (local.state().isEmpty()) {
                    throw ExchangeErrors.unknown(local, client, local.inventory());
                }
                asked.open();
            }
            return question.apply(asked.get());
        }
    }

    /** What would be sent and fetched. */
    public SyncPreview preview() {
        return locked(() -> {
            Head head = headOfSameReset();
            return new Preview(replica.get(), feed, PREVIEWED)
                    .look(Pull.position(replica.get().state()), head);
        });
    }

    /** Compares both sides, row by row. */
    public SyncVerification verify() {
        return locked(() -> {
            Head head = headOfSameReset();
            return new Comparison(replica.get(), feed, Position.ofNobody(head.last()), tables, settings.progress())
                    .run();
        });
    }

    /** What is compared must belong together. */
    private Head headOfSameReset() {
        openedOnceReset();
        State state = replica.get().state();
        Head head = feed.head(Pull.position(state));
        if (!head.epoch().equals(Optional.of(state.epoch()))) {
            throw ExchangeErrors.notTogether(local, client);
        }
        return head;
    }

    private <T> T locked(Supplier<T> work) {
        return new ExchangeLock(local.file(), PATIENCE, settings.pause()).holding(work);
    }

    private Exchange opened() {
        if (replica.isCurrent()) {
            return Exchange.NONE;
        }
        if (local.state().isEmpty()) {
            return pull.bootstrap();
        }
        replica.open();
        return Exchange.NONE;
    }

    @Override
    public void close() {
        Ending.both(replica::close, () -> {
            synchronized (asked) {
                closed = true;
                asked.close();
            }
        });
    }
}
