package golden.actions;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import java.util.Optional;
import static dev.schemareset.annotation.ForeignKeyAction.CASCADE;
import static dev.schemareset.annotation.ForeignKeyAction.NO_ACTION;
import static dev.schemareset.annotation.ForeignKeyAction.RESTRICT;
import static dev.schemareset.annotation.ForeignKeyAction.SET_DEFAULT;
import static dev.schemareset.annotation.ForeignKeyAction.SET_NULL;

@Table
public record Child(
        @PrimaryKey long id,
        @References(value = Parent.class, onDelete = NO_ACTION) Optional<Long> noActionOnDelete,
        @References(value = Parent.class, onUpdate = NO_ACTION) Optional<Long> noActionOnUpdate,
        @References(value = Parent.class, onDelete = RESTRICT) Optional<Long> restrictOnDelete,
        @References(value = Parent.class, onUpdate = RESTRICT) Optional<Long> restrictOnUpdate,
        @References(value = Parent.class, onDelete = SET_NULL) Optional<Long> setNullOnDelete,
        @References(value = Parent.class, onUpdate = SET_NULL) Optional<Long> setNullOnUpdate,
        @References(value = Parent.class, onDelete = SET_DEFAULT) Optional<Long> setDefaultOnDelete,
        @References(value = Parent.class, onUpdate = SET_DEFAULT) Optional<Long> setDefaultOnUpdate,
        @References(value = Parent.class, onDelete = CASCADE) Optional<Long> cascadeOnDelete,
        @References(value = Parent.class, onUpdate = CASCADE) Optional<Long> cascadeOnUpdate) {}
