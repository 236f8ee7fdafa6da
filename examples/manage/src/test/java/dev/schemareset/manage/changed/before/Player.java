package dev.schemareset.manage.changed.before;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import org.jspecify.annotations.Nullable;

/** A player of no team yet. */
@Table
public record Player(@PrimaryKey @Nullable Long id, String name) {}
