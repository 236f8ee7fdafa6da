package app.models;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import org.jspecify.annotations.Nullable;

@Table("teams")
public record Team(@PrimaryKey @Nullable Long id, @Unique String name) {}
