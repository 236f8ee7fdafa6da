package dev.schemareset.turso.family;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.Optional;

/** A key of bytes. */
@Table("stamps")
public record Stamp(@PrimaryKey byte[] id, Optional<byte[]> picture) {}
