package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a component a <a href="https://www.sqlite.org/foreignkeys.html">foreign key</a>: its value must be a key of
 * another model's table, or of its own.
 *
 * <p>SQLite enforces foreign keys only on connections that ask for it; {@code SchemaReset.jdbi()} does.
 *
 * <pre>{@code
 * @Table
 * public record Team(@PrimaryKey Long id) {}
 *
 * @Table
 * public record Player(
 *         @PrimaryKey Long id,
 *         @References(value = Team.class, onDelete = ForeignKeyAction.CASCADE) Long teamId) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "player" (
 *   "id" INTEGER NOT NULL PRIMARY KEY,
 *   "team_id" INTEGER NOT NULL,
 *   FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE CASCADE
 * ) STRICT;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface References {
    /**
     * The model that is referred to.
     *
     * @return a record with {@link Table}, scanned together with this one
     */
    Class<?> value();

    /**
     * The column that is referred to: the primary key, or a column that is unique by itself.
     *
     * @return the column's name; empty (the default) for the single-column primary key
     */
    String column() default "";

    /**
     * What happens to this row when the row it refers to is deleted.
     *
     * @return {@link ForeignKeyAction#NO_ACTION} by default
     */
    ForeignKeyAction onDelete() default ForeignKeyAction.NO_ACTION;

    /**
     * What happens to this row when the key it refers to changes.
     *
     * @return {@link ForeignKeyAction#NO_ACTION} by default
     */
    ForeignKeyAction onUpdate() default ForeignKeyAction.NO_ACTION;

    /**
     * Whether the constraint may be broken until the transaction commits ({@code DEFERRABLE INITIALLY DEFERRED}).
     *
     * @return {@code false} by default: each statement must leave it whole
     */
    boolean deferrable() default false;
}
