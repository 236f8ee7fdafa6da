package dev.schemareset.plan;

import java.time.Duration;

/**
 * A part of a reset and the time it took.
 *
 * @param name what was done, e.g. {@code drop}
 * @param took how long it took
 */
public record Step(String name, Duration took) {}
