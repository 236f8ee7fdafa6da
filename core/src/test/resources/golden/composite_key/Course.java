package golden.composite_key;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table("courses")
public record Course(@PrimaryKey String code, String title) {}
