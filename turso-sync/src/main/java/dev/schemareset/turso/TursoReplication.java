package dev.schemareset.turso;

import static java.util.Objects.requireNonNull;

import dev.schemareset.Confirm;
import dev.schemareset.RemoteReset;
import dev.schemareset.SchemaReset;
import dev.schemareset.SyncReport;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.spi.Exchange;
import dev.schemareset.turso.exchange.Replication;
import dev.schemareset.turso.exchange.Replication.Settings;
import dev.schemareset.turso.replica.State;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.replication.SyncPreview;
import dev.schemareset.turso.replication.SyncStatus;
import dev.schemareset.turso.replication.SyncVerification;
import dev.schemareset.turso.watch.LocalWrites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The running connection of one local file and one remote database: rows that were changed here go there, rows that others changed come
 * here.
 *
 * <pre>{@code
 * try (TursoReplication replication = turso.replicate(reset)) {
 *     replication.syncAutomatically(Duration.ofSeconds(1));
 *     Jdbi jdbi = reset.jdbi();                          // reads and writes stay local; so do those of any program on SQLite's library
 * }
 * }</pre>
 *
 * <p>No change is lost without a word: it is sent, or it is yet to be sent, or both versions of the row are among the
 * {@link #conflicts()}. All that must be known for that is in the local file itself, so that a process may be killed at any time. Several
 * processes may do this with one file, one after the other.
 *
 * <p>Safe for use by several threads; exchanges take turns. Every error is a {@link SchemaResetException}: a
 * {@link dev.schemareset.error.SyncException} when the other side fails or is not what it was, a
 * {@link dev.schemareset.error.DatabaseBusyException} when the local file is locked for too long, a
 * {@link dev.schemareset.error.CallbackException} when a conflict policy or a progress listener of the application fails.
 */
public final class TursoReplication implements AutoCloseable {

    private final SchemaReset reset;
    private final Replication replication;
    private final String remote;
    private final Turns turns;
    private final AutomaticSync automatic;
    private final Clock clock;
    private volatile Optional<SchemaResetException> failure = Optional.empty();

    /** When both sides were last in step, as far as this replication has seen. */
    private volatile Optional<Instant> inStep = Optional.empty();

    /** What came while the local database was opened, until it was told. Only whose turn it is looks at it. */
    private Exchange untold;

    TursoReplication(SchemaReset reset, Replication replication, String remote, Settings settings, Exchange untold) {
        this.reset = reset;
        this.replication = replication;
        this.remote = remote;
        this.turns = new Turns("the replication of " + reset.localDatabase() + " with " + remote);
        this.automatic = new AutomaticSync(new Background(), settings.pause(), settings.random(), System::nanoTime);
        this.clock = settings.clock();
        this.untold = untold;
    }

    /** What automatic sync does, and looks at. */
    private final class Background implements AutomaticSync.Work {

        @Override
        public SyncReport sync() {
            return TursoReplication.this.sync();
        }

        /** Whoever syncs then finds out why it cannot be told. */
        @Override
        public boolean isUnsent() {
            try {
                return replication.dirtyRows() > 0;
            } catch (SchemaResetException e) {
                return true;
            }
        }

        @Override
        public LocalWrites watch() {
            return LocalWrites.of(reset.localDatabase());
        }
    }

    /**
     * Sends the rows that were changed here. Where others have changed something since the last exchange, that is fetched first.
     *
     * @return what went
     */
    public SyncReport push() {
        return report(replication::push);
    }

    /**
     * Fetches the rows that others changed. One that was changed here as well is a conflict: the policy of the replication decides which
     * version stands, and the other is kept.
     *
     * @return what went
     */
    public SyncReport pull() {
        return report(() -> inStep(replication.pull()));
    }

    /**
     * Sends and fetches. When a reset has left the other side to be reset, that is done first.
     *
     * @return what went
     */
    public SyncReport sync() {
        return report(() -> inStep(replication.sync()));
    }

    /** An exchange; what fails is remembered until one does not. */
    private SyncReport report(Supplier<Exchange> work) {
        return inTurn(() -> {
            try {
                SyncReport report = exchanged(work);
                failure = Optional.empty();
                automatic.succeeded();
                return report;
            } catch (SchemaResetException e) {
                failure = Optional.of(e);
                throw e;
            }
        });
    }

    private SyncReport exchanged(Supplier<Exchange> work) {
        Optional<RemoteReset> finished = Optional.empty();
        open();
        if (replication.awaitsReset()) {
            finished = reset.finish();
        }
        Exchange exchange = untold.then(work.get());
        untold = Exchange.NONE;
        return new SyncReport(reset.localDatabase().toString(), remote, replication.epoch(), finished, exchange);
    }

    /** An exchange that had nothing to do is not written down, so that it may be repeated often. */
    private Exchange inStep(Exchange done) {
        inStep = Optional.of(clock.instant());
        return done;
    }

    private <T> T inTurn(Supplier<T> work) {
        replication.requireOpen();
        return turns.take(work);
    }

    private void open() {
        untold = untold.then(replication.open());
    }

    /**
     * Makes the local database anew from the other side, when the two do not belong together any more: it was reset by another instance,
     * or brought back to an older state, or the URL leads to another database of the same models. What was changed here and is not there
     * becomes a conflict; all other rows are replaced. Where both belong together, it only fetches.
     *
     * @param confirm {@link Confirm#YES} to do it
     * @return what went
     * @throws NotConfirmedException when it is not confirmed
     */
    public SyncReport rebuild(Confirm confirm) {
        if (requireNonNull(confirm, "confirm") == Confirm.NO) {
            throw new NotConfirmedException(
                    "To make the database " + reset.localDatabase() + " anew from " + remote + " was not confirmed.",
                    "nothing was changed.",
                    "call rebuild(Confirm.YES) if changes that are not there may become conflicts, and all other rows may go.");
        }
        return report(() -> inStep(replication.rebuild()));
    }

    /**
     * Syncs rows in the background from now on, until {@link #close()}:
     *
     * <ul>
     *   <li>A local write is sent once nothing was written for 20 ms, at the latest 200 ms after it, whichever process wrote.
     *   <li>What others have changed is fetched after half an interval to a whole one, at random, so that many instances do not ask at the
     *       same time.
     *   <li>A sync that fails is tried again, later each time, at most five minutes later; until then a local write starts none. Any
     *       {@link #sync()}, {@link #push()} or {@link #pull()} that succeeds ends this, and so does {@link #wake()} once. The failure is in
     *       the {@link #status()} meanwhile.
     * </ul>
     *
     * <p>To notice writes, a connection of its own is asked every 10 ms, which takes about one percent of a core. When this is called again,
     * the new interval takes the place of the old one.
     *
     * @param interval how long to wait at most for what others change, more than zero
     */
    public void syncAutomatically(Duration interval) {
        syncAutomatically(requireNonNull(interval, "interval"), e -> {});
    }

    /**
     * The same, with somebody who is told of each failure.
     *
     * @param interval how long to wait at most for what others change, more than zero
     * @param onFailure is told, on the thread in the background
     */
    public void syncAutomatically(Duration interval, Consumer<SchemaResetException> onFailure) {
        syncAutomatically(requireNonNull(interval, "interval"), report -> {}, requireNonNull(onFailure, "onFailure"));
    }

    /**
     * The same, with somebody who is told of each exchange that was not empty, e.g. to show the rows that came.
     *
     * @param interval how long to wait at most for what others change, more than zero
     * @param onExchange is told what went, on the thread in the background
     * @param onFailure is told of each failure, on the same thread
     */
    public void syncAutomatically(
            Duration interval, Consumer<SyncReport> onExchange, Consumer<SchemaResetException> onFailure) {
        requireNonNull(onExchange, "onExchange");
        requireNonNull(onFailure, "onFailure");
        if (requireNonNull(interval, "interval").isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("an interval must be more than zero, and is " + interval);
        }
        replication.requireOpen();
        automatic.start(interval, onExchange, onFailure);
    }

    /**
     * Has the next automatic sync happen now, e.g. because the network is there again or somebody told that there are changes. Returns at
     * once. Without automatic sync nothing happens.
     *
     * @throws IllegalStateException when this replication is closed
     */
    public void wake() {
        replication.requireOpen();
        automatic.wake();
    }

    /**
     * Tells where the replication stands. Asks the local file alone, which knows of no exchange that had nothing to do: such a one counts
     * for the replication that did it.
     *
     * @return the status
     */
    public SyncStatus status() {
        State state = replication.state();
        return new SyncStatus(
                reset.localDatabase().toString(),
                remote,
                state.epoch(),
                replication.dirtyRows(),
                replication.conflictCount(),
                Stream.of(state.lastExchange(), inStep)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder()),
                automatic.isRunning(),
                failure);
    }

    /**
     * Looks at the rows that an exchange would send and fetch, and does neither. At most a thousand of each are listed.
     *
     * @return the rows
     */
    public SyncPreview preview() {
        return inTurn(() -> {
            open();
            return replication.preview();
        });
    }

    /**
     * The rows of which both sides had a version, and that are not resolved yet.
     *
     * @return the conflicts, the oldest first
     */
    public List<Conflict> conflicts() {
        return replication.conflicts();
    }

    /**
     * Resolves a conflict: the chosen version stands from now on, and the conflict is forgotten. A version that did not stand is written
     * like any other change, and sent with the next exchange.
     *
     * @param conflict the conflict
     * @param chosen whose version stands
     * @throws dev.schemareset.error.SyncException when there is no such conflict any more, its row was changed since or is of another schema,
     *     another row is in the way, or other rows would be left without their parent
     */
    public void resolve(Conflict conflict, Side chosen) {
        requireNonNull(conflict, "conflict");
        requireNonNull(chosen, "chosen");
        replication.resolve(conflict.id(), chosen);
    }

    /**
     * Compares all rows of both sides, to the bit. They are read in the order of their keys, so that neither side is ever in memory as a
     * whole. What others write meanwhile may show as a difference.
     *
     * @return the tables and their differences
     */
    public SyncVerification verify() {
        return inTurn(() -> {
            open();
            return replication.verify();
        });
    }

    /**
     * Ends what runs in the background and closes the local file. Waits for no server: a sync is broken off, in the background or on another
     * thread, where it throws an {@link IllegalStateException}; the next sync finds out what became of it. Sends nothing: call
     * {@link #sync()} before. Afterwards every other method throws an {@link IllegalStateException}.
     */
    @Override
    public void close() {
        automatic.end();
        turns.end(replication::close);
    }
}
