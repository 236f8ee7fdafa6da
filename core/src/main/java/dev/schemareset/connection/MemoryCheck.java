package dev.schemareset.connection;

import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.Plan;
import dev.schemareset.spi.Ending;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * Whether all connections of a {@code Jdbi} share one database in memory. Only a second connection shows it, taken while the first is
 * held: a pool would give the first again. A pool of one connection would let the borrower wait for it, so another thread asks, and gives
 * up soon. Whether both lead to one database is told by its write lock, which writes nothing.
 */
final class MemoryCheck {

    /** A pool opens a connection to SQLite in a few milliseconds. */
    private static final int LONGEST_WAIT_MILLIS = 500;

    private static final String REMEDY =
            "hand over the Jdbi of one connection that stays open, Jdbi.create(connection), or of a pool of one; or let all share a"
                    + " database that one of them holds open, e.g. jdbc:sqlite:file:app?mode=memory&cache=shared.";

    private final Jdbi jdbi;

    /** The connection beside which there was no other: the wait for one is not repeated. */
    private volatile WeakReference<@Nullable Connection> only = new WeakReference<>(null);

    MemoryCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Refuses, before anything is changed, a database that only this connection has. */
    void requireShared(Connection first) throws SQLException {
        Connection opened = first.unwrap(SQLiteConnection.class);
        if (only.get() == opened) {
            return;
        }
        Optional<Handle> second = second();
        if (second.isEmpty()) {
            only = new WeakReference<>(opened);
            return;
        }
        boolean shared;
        try (Handle handle = second.get()) {
            shared = isShared(first, handle.getConnection());
        }
        if (!shared || first.isClosed()) {
            throw new UnusableDatabaseException(
                    "Cannot use the given Jdbi: its database is in memory, and every connection has one of its own.",
                    "nothing was changed.",
                    REMEDY,
                    null);
        }
    }

    /** Refuses a database that went with the connection it was written on. */
    void requireKept(String written) {
        boolean gone;
        try (Handle handle = jdbi.open()) {
            gone = !version(handle.getConnection()).equals(written);
        } catch (SQLException | ConnectionException e) {
            throw new UnusableDatabaseException(
                    "Cannot use the given Jdbi again: " + e.getMessage() + ".",
                    "the reset is done; only a second connection would show whether its database in memory still exists.",
                    REMEDY,
                    e);
        }
        if (gone) {
            throw new UnusableDatabaseException(
                    "Cannot use the given Jdbi: its database is in memory, and ends with the connection that wrote it.",
                    "what was created is gone with the connection it was created on; no file was touched.",
                    REMEDY,
                    null);
        }
    }

    /** The number that changes with the schema. */
    static String version(Connection connection) throws SQLException {
        return Pragmas.text(connection, "PRAGMA main.schema_version");
    }

    /** While one connection holds the write lock, another one of the same database cannot get it. */
    private static boolean isShared(Connection first, Connection second) throws SQLException {
        if (!Transactions.begin(first, Plan.BEGIN.sql())) {
            return true; // inside a transaction of its owner, which whatever follows refuses
        }
        return Ending.always(() -> !locks(second), () -> Pragmas.execute(first, "ROLLBACK"));
    }

    private static boolean locks(Connection second) throws SQLException {
        String patience = Pragmas.text(second, "PRAGMA busy_timeout");
        Pragmas.execute(second, "PRAGMA busy_timeout = 0");
        return Ending.always(
                () -> locksAtOnce(second), () -> Pragmas.execute(second, "PRAGMA busy_timeout = " + patience));
    }

    private static boolean locksAtOnce(Connection second) throws SQLException {
        try {
            boolean locked = Transactions.begin(second, Plan.BEGIN.sql());
            if (locked) {
                Pragmas.execute(second, "ROLLBACK");
            }
            return locked;
        } catch (SQLException e) {
            if (SqliteErrors.isBusy(e)) {
                return false;
            }
            throw e;
        }
    }

    /** A second connection; empty when there is none to be had. */
    private Optional<Handle> second() {
        CompletableFuture<Handle> second = new CompletableFuture<>();
        Thread asking = new Thread(() -> ask(second), "schemareset-second-connection");
        asking.setDaemon(true);
        asking.start();
        try {
            return Optional.of(second.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (TimeoutException e) {
            return giveUp(second, asking);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(second, asking).ifPresent(Handle::close);
            throw new UnusableDatabaseException(
                    "Cannot use the given Jdbi: the thread was interrupted before it knew whether all connections share the"
                            + " database in memory.",
                    "nothing was changed.",
                    "run again on a thread that is not interrupted; this one still is.",
                    e);
        }
    }

    private void ask(CompletableFuture<Handle> second) {
        try {
            Handle handle = used();
            if (!second.complete(handle)) {
                handle.close();
            }
        } catch (RuntimeException | SQLException e) {
            second.completeExceptionally(e);
        }
    }

    /** A pool may hand out what only looks like a connection until it is used. */
    private Handle used() throws SQLException {
        Handle handle = jdbi.open();
        return Ending.onFailure(
                () -> {
                    version(handle.getConnection());
                    return handle;
                },
                handle::close);
    }

    /** What arrives later goes back at once; what arrived meanwhile is taken. */
    private static Optional<Handle> giveUp(CompletableFuture<Handle> second, Thread asking) {
        if (second.cancel(false)) {
            asking.interrupt();
            return Optional.empty();
        }
        return second.isCompletedExceptionally() ? Optional.empty() : Optional.of(second.join());
    }
}
