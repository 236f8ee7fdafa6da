package dev.schemareset.turso.family;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import java.util.Optional;

/** A key that SQLite assigns, and two unique keys. */
@Table("people")
@Unique({"name", "city"})
public record Person(@PrimaryKey Long id, @Unique Optional<String> email, String name, String city) {}
