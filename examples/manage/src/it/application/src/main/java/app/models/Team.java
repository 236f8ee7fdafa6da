package app.models;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table("teams")
public record Team(@PrimaryKey Long id, String name) {}
