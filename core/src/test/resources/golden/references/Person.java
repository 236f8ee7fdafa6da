package golden.references;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;

@Table
public record Person(@PrimaryKey Long id, @Unique String email) {}
