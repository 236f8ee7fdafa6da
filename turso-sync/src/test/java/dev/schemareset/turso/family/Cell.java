package dev.schemareset.turso.family;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.Optional;

/** A key of two columns. */
@Table("cells")
public record Cell(@PrimaryKey int line, @PrimaryKey String place, Optional<Double> number) {}
