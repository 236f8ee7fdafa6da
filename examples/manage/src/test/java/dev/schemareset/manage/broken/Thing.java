package dev.schemareset.manage.broken;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import org.jspecify.annotations.Nullable;

/** A model with two mistakes. */
@Table
public record Thing(
        @PrimaryKey @Nullable String code, @Default("many") int count) {}
