package dev.schemareset.examples.world.model;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * A time zone of the IANA time zone database.
 *
 * @param id the name, e.g. {@code Europe/Berlin}
 * @param area what stands before the first slash of the name
 * @param standardOffsetSeconds how far standard time is ahead of UTC
 * @param daylightSaving whether its clocks will go on changing by a rule
 * @param firstTransition when its clocks first changed; empty when they never did
 */
@Table
@Index(value = "area", where = "area IS NOT NULL")
public record TimeZone(
        @PrimaryKey String id,
        Optional<String> area,
        int standardOffsetSeconds,
        @Default("FALSE") boolean daylightSaving,
        Optional<Instant> firstTransition) {}
