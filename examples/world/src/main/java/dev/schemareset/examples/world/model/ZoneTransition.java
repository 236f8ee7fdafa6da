package dev.schemareset.examples.world.model;

import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A moment at which the clocks of a time zone change.
 *
 * @param zoneId the time zone
 * @param occurredAt the moment
 * @param kind whether the clocks go forward or back
 * @param offsetBeforeSeconds how far they were ahead of UTC
 * @param offsetAfterSeconds how far they are from then on
 * @param localTimeBefore what they showed at that moment
 */
@Table
@Index({"occurred_at DESC", "zone_id"})
@Index({"kind", "occurred_at DESC"})
public record ZoneTransition(
        @PrimaryKey @References(value = TimeZone.class, onDelete = ForeignKeyAction.CASCADE)
        String zoneId,

        @PrimaryKey Instant occurredAt,
        TransitionKind kind,
        int offsetBeforeSeconds,
        int offsetAfterSeconds,
        LocalDateTime localTimeBefore) {}
