package app.annotated;

import dev.schemareset.annotation.Ignore;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import org.jspecify.annotations.Nullable;

@Table("sessions")
public record Session(
        @PrimaryKey String token, @Ignore @Nullable Object cache) {}
