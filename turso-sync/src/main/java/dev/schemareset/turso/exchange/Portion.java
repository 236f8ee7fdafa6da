package dev.schemareset.turso.exchange;

import java.util.Optional;
import java.util.function.LongFunction;

/** How much is asked for at once: less where an answer would be too large, and more again after one that was not. */
final class Portion {

    /** From where on there is nothing to grow to. */
    private static final long LARGEST = Long.MAX_VALUE / 2;

    private long size = LARGEST;

    /**
     * What came of a question.
     *
     * @param size how much was asked for
     * @param content what was answered
     */
    record Answer<T>(long size, T content) {}

    /** Asks for so much or less. The question is answered with nothing where that is too much; empty when the least is. */
    <T> Optional<Answer<T>> ask(long wanted, LongFunction<Optional<T>> question) {
        long asked = Math.min(size, wanted);
        Optional<T> content = question.apply(asked);
        while (content.isEmpty() && asked > 1) {
            asked /= 2;
            size = asked;
            content = question.apply(asked);
        }
        if (content.isEmpty()) {
            return Optional.empty();
        }
        size = Math.min(LARGEST, size + size / 4 + 1);
        return Optional.of(new Answer<>(asked, content.get()));
    }
}
