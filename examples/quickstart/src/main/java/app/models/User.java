package app.models;

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

@Table("users") // without a name: the record's name in snake_case
@Index({"name", "created_at DESC"})
public record User(
        @PrimaryKey @Nullable Long id, // INTEGER NOT NULL PRIMARY KEY: null on insert lets SQLite assign it
        @Unique String email, // NOT NULL, as everything that is not marked
        @Nullable String name, // any annotation called Nullable
        Optional<String> phone, // or Optional
        @References(Team.class) Long teamId, // a foreign key to the primary key of Team
        Role role, // an enum: CHECK ("role" IN ('MEMBER', 'ADMIN'))
        @Default("0") int logins,
        @DefaultNow Instant createdAt) {

    public enum Role {
        MEMBER,
        ADMIN
    }
}
