package dev.schemareset.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A part of a reset and the time it took.
 *
 * @param name what was done, e.g. {@code drop}
 * @param took how long it took
 */
public record Step(String name, Duration took) {

    /**
     * A step that ends now.
     *
     * @param name what was done
     * @param start what {@link System#nanoTime()} was when it began
     * @return the step
     */
    public static Step since(String name, long start) {
        return new Step(requireNonNull(name, "name"), Duration.ofNanos(System.nanoTime() - start));
    }
}
