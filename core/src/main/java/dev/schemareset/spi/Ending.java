package dev.schemareset.spi;

import static java.util.Objects.requireNonNull;

/**
 * Work that must be ended, as a transaction or a lock must be. What fails first is what counts: when the end fails as well, that is
 * suppressed, as by a {@code try} with resources.
 */
public final class Ending {

    private Ending() {}

    /**
     * The work.
     *
     * @param <T> what it returns
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        /**
         * Does it.
         *
         * @return what comes of it
         * @throws E when it fails
         */
        T run() throws E;
    }

    /**
     * Its end.
     *
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface End<E extends Exception> {
        /**
         * Ends it.
         *
         * @throws E when it cannot be ended
         */
        void run() throws E;
    }

    /**
     * Does work and ends it, whether or not it failed.
     *
     * @param <T> what the work returns
     * @param <E> what both may throw
     * @param work the work
     * @param end its end
     * @return what came of the work
     * @throws E what failed first
     */
    public static <T, E extends Exception> T always(Work<T, E> work, End<E> end) throws E {
        T result = onFailure(work, end);
        end.run();
        return result;
    }

    /**
     * Does the first, and then the second, whether or not the first failed.
     *
     * @param <E> what both may throw
     * @param first what is done first
     * @param second what is done then
     * @throws E what failed first
     */
    public static <E extends Exception> void both(End<E> first, End<E> second) throws E {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        always(
                () -> {
                    first.run();
                    return first;
                },
                second);
    }

    /**
     * Does work and ends it when it failed.
     *
     * @param <T> what the work returns
     * @param <E> what both may throw
     * @param work the work
     * @param end its end
     * @return what came of the work
     * @throws E what failed first
     */
    public static <T, E extends Exception> T onFailure(Work<T, E> work, End<E> end) throws E {
        requireNonNull(work, "work");
        requireNonNull(end, "end");
        try {
            return work.run();
        } catch (Throwable e) {
            try {
                end.run();
            } catch (Exception also) {
                e.addSuppressed(also);
            }
            throw e;
        }
    }
}
