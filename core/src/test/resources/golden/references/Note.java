package golden.references;

import static dev.schemareset.annotation.ForeignKeyAction.CASCADE;
import static dev.schemareset.annotation.ForeignKeyAction.RESTRICT;
import static dev.schemareset.annotation.ForeignKeyAction.SET_DEFAULT;
import static dev.schemareset.annotation.ForeignKeyAction.SET_NULL;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import java.util.Optional;

@Table
public record Note(
        @PrimaryKey Long id,
        @References(value = Person.class, onDelete = CASCADE, onUpdate = RESTRICT) long ownerId,
        @References(value = Person.class, onDelete = SET_NULL) Optional<Long> readerId,
        @References(value = Person.class, onDelete = SET_DEFAULT) @Default("1") long editorId,
        @References(value = Person.class, column = "email", deferrable = true) String senderEmail) {}
