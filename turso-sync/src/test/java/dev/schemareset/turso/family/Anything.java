package dev.schemareset.turso.family;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.Optional;

/** A value of whatever type. */
@Table("things")
public record Anything(
        @PrimaryKey Long key, @Column(type = "ANY") Optional<String> value) {}
