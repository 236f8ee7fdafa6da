package golden.actions;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table
public record Parent(@PrimaryKey long id) {}
