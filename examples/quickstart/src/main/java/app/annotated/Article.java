package app.annotated;

import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Table("articles")
@Unique({"author", "title"})
@Index("lower(title)")
@Index(value = "slug", unique = true, where = "NOT draft", name = "live_slugs")
public record Article(
        @PrimaryKey @Nullable Long id,
        @Index String author,
        String title,
        String slug,
        LocalDate published,
        boolean draft,

        @References(value = Article.class, deferrable = true) @Nullable
        Long sequelTo) {}
