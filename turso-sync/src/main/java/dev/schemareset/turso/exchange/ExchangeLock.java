package dev.schemareset.turso.exchange;

import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.spi.Ending;
import dev.schemareset.turso.http.HranaClient.Pause;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets one process at a time exchange the rows of a file. A file beside it is locked, never the database itself: to close a second handle
 * of that would end the locks of SQLite (SQLite documentation, "How To Corrupt An SQLite Database File").
 */
final class ExchangeLock {

    /** What this process has locked. To close a second handle of such a file would end its lock, too. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final Path database;
    private final Path file;
    private final Duration patience;
    private final Pause pause;

    /** Waits for others to end, so long. */
    ExchangeLock(Path database, Duration patience, Pause pause) {
        this.database = database;
        this.file = database.resolveSibling(database.getFileName() + "-sync.lock");
        this.patience = patience;
        this.pause = pause;
    }

    /** Does work while no one else does. */
    <T> T holding(Supplier<T> work) {
        FileChannel channel = locked();
        return Ending.always(work::get, () -> close(channel));
    }

    private FileChannel locked() {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<FileChannel> lock = attempt();
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() - deadline >= 0) {
                throw busy();
            }
            try {
                pause.pause(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted(e);
            }
        }
    }

    private Optional<FileChannel> attempt() {
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        boolean held = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                held = channel.tryLock() != null;
            } finally {
                if (!held) {
                    channel.close();
                }
            }
            return held ? Optional.of(channel) : Optional.empty();
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (NoSuchFileException e) {
            throw new UnusableDatabaseException(
                    "Cannot exchange the rows of " + database + ": its directory does not exist.",
                    "nothing was changed.",
                    "create the directory, or choose another file.",
                    e);
        } catch (IOException e) {
            throw new UnusableDatabaseException(
                    "Cannot lock the file " + file + ": " + e + ".",
                    "nothing was changed.",
                    "check that this process may write in that directory.",
                    e);
        } finally {
            if (!held) {
                HELD.remove(file);
            }
        }
    }

    private DatabaseBusyException interrupted(Exception e) {
        return new DatabaseBusyException(
                "Cannot exchange the rows of " + database + ": the thread was interrupted before it had locked " + file
                        + ".",
                "nothing was changed by this attempt; what is yet to be sent is kept.",
                "exchange again on a thread that is not interrupted; this one still is.",
                e);
    }

    private DatabaseBusyException busy() {
        return new DatabaseBusyException(
                "The rows of " + database + " are exchanged by somebody else.",
                "nothing was changed by this attempt.",
                "wait until that is done, and exchange again.",
                null);
    }

    private void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UnusableDatabaseException(
                    "Cannot give a lock back: " + e + ".", "the exchange is done.", "end this process.", e);
        } finally {
            HELD.remove(file);
        }
    }
}
