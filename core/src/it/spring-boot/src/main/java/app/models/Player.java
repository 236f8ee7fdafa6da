package app.models;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import org.jspecify.annotations.Nullable;

@Table("players")
public record Player(@PrimaryKey @Nullable Long id, String name, @References(Team.class) Long teamId) {}
