package dev.schemareset.turso.family;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import java.util.Optional;

/** A key of text in which case does not count, and a reference that follows. */
@Table("letters")
public record Letter(
        @PrimaryKey @Column(collate = "NOCASE") String id,

        @References(value = Person.class, onDelete = ForeignKeyAction.CASCADE, onUpdate = ForeignKeyAction.CASCADE)
        Optional<Long> personId,

        Optional<String> body) {}
