package dev.schemareset.turso.family;

import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import java.util.Optional;

/** Refers to its own table, and may not hold everything. */
@Table("branches")
public record Branch(
        @PrimaryKey Long id,

        @References(value = Branch.class, onDelete = ForeignKeyAction.CASCADE)
        Optional<Long> parentId,

        @Check("name <> 'forbidden'") String name) {}
