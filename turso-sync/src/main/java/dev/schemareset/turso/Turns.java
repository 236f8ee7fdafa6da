package dev.schemareset.turso;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time work, until the turns end. The end interrupts who works, so that no wait for an answer, a lock or another try
 * holds it up; once the work has ended, the interruption is taken back.
 */
final class Turns {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final String name;

    private @Nullable Thread worker;
    private boolean interrupted;
    private boolean ended;

    /**
     * Turns without an end yet.
     *
     * @param name what they are taken for, e.g. {@code the replication of a.db with libsql://b}
     */
    Turns(String name) {
        this.name = name;
    }

    /**
     * Works, once no one else does.
     *
     * @throws IllegalStateException when the turns have ended, before or meanwhile
     */
    <T> T take(Supplier<T> work) {
        turn.lock();
        try {
            begin();
            return work.get();
        } catch (RuntimeException e) {
            throw isInterrupted()
                    ? new IllegalStateException(
                            name + " was closed meanwhile; the next sync finds out what became of this one", e)
                    : e;
        } finally {
            leave();
            turn.unlock();
        }
    }

    /** Ends the turns for good, and whoever has one; then closes what they were taken for. */
    void end(Runnable close) {
        interruptWorker();
        turn.lock();
        try {
            close.run();
        } finally {
            turn.unlock();
        }
    }

    private synchronized void begin() {
        if (ended) {
            throw new IllegalStateException(name + " is closed");
        }
        worker = Thread.currentThread();
    }

    private synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** One who works may ask for a turn within its own. */
    private synchronized void leave() {
        if (turn.getHoldCount() == 1) {
            worker = null;
            if (interrupted) {
                interrupted = false;
                Thread.interrupted();
            }
        }
    }

    private synchronized void interruptWorker() {
        ended = true;
        if (worker != null && worker != Thread.currentThread()) {
            interrupted = true;
            worker.interrupt();
        }
    }
}
