package dev.schemareset.examples.world.model;

import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of the other tables came from.
 *
 * @param id assigned by SQLite
 * @param javaVersion the version of the JDK
 * @param zoneRulesVersion the version of its time zone rules
 * @param rowCount how many rows were written
 * @param importedAt when, by the clock of SQLite
 */
@Table
public record DataImport(
        @PrimaryKey @Nullable Long id,
        String javaVersion,
        String zoneRulesVersion,
        int rowCount,
        @DefaultNow Instant importedAt) {}
