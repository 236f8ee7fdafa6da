package golden.ignore;

import dev.schemareset.annotation.Ignore;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import org.jspecify.annotations.Nullable;

@Table
public record Session(@PrimaryKey Long id, @Ignore @Nullable Object cache, String token) {}
