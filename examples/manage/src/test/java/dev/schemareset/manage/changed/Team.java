package dev.schemareset.manage.changed;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A team, with a colour. */
@Table
public record Team(@PrimaryKey @Nullable Long id, String name, Optional<String> colour) {}
