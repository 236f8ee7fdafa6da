package golden.cycle;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;

@Table
public record Author(
        @PrimaryKey Long id, String name, @References(value = Book.class, deferrable = true) long favouriteBookId) {}
