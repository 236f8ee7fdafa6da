package dev.schemareset.manage.model;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import org.jspecify.annotations.Nullable;

/**
 * A team of users.
 *
 * @param id null for a new team: SQLite assigns it
 * @param name its name
 */
@Table("teams")
public record Team(@PrimaryKey @Nullable Long id, @Unique String name) {}
