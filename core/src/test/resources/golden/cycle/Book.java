package golden.cycle;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;

@Table
public record Book(@PrimaryKey Long id, String title, @References(Author.class) long authorId) {}
