package golden.over_existing;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table
public record Customer(@PrimaryKey Long id, String name) {}
