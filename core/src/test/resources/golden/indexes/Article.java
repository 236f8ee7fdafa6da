package golden.indexes;

import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.time.Instant;

@Table
@Index({"author", "published_at DESC"})
@Index(value = "lower(title)", name = "article_title_ignoring_case")
@Index(value = "title || ' -- ; it''s ('", where = "\n  slug LIKE '%;%'\n  OR [title] IS NULL\n", name = "article_odd")
@Index(value = "slug", unique = true, where = "\"deleted\" = 0", name = "article_live_slug")
public record Article(
        @PrimaryKey String id,
        @Index String author,
        String title,
        String slug,
        boolean deleted,
        @Index(unique = true) Instant publishedAt) {}
