package dev.schemareset.manage.model;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who logs in.
 *
 * @param id null for a new user: SQLite assigns it
 * @param email the address, which no two users share
 * @param name the name, if it is known
 * @param phone the telephone number, if it is known
 * @param teamId the team
 * @param logins how often the user has logged in
 * @param createdAt when the user was added
 */
@Table("users")
@Index({"name", "created_at"})
public record User(
        @PrimaryKey @Nullable Long id,
        @Unique String email,
        @Nullable String name,
        Optional<String> phone,
        @References(Team.class) Long teamId,
        @Default("0") int logins,
        @DefaultNow Instant createdAt) {}
