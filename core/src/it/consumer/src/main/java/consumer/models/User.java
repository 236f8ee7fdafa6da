package consumer.models;

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

@Table("users")
@Index({"name", "created_at"})
public record User(
        @PrimaryKey Long id,
        @Unique String email,
        @Nullable String name,
        Optional<String> phone,
        @References(Team.class) Long teamId,
        @Default("0") int logins,
        @DefaultNow Instant createdAt) {}
