package golden.composite_key;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table("attendees")
public record Student(@PrimaryKey Long id, String name) {}
