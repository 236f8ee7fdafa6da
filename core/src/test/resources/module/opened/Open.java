package opened;

import app.Nullable;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table
public record Open(@PrimaryKey Long id, @Nullable String remark) {}
