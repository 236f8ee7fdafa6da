package golden.nullable;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Table
public record Contact(
        @PrimaryKey @Nullable Long id,
        String name,
        @Nullable String email,
        Optional<String> phone,
        Optional<Boolean> preferred,
        @Nullable Instant lastSeen,
        byte @Nullable [] photo) {}
