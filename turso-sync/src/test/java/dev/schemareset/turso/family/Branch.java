package dev.schemareset.turso.family;

import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import java.util.Optional;

/** Refers to its own table. */
@Table("branches")
public record Branch(
        @PrimaryKey Long id,

        @References(value = Branch.class, onDelete = ForeignKeyAction.CASCADE)
        Optional<Long> parentId,

        String name) {}
