package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a column the value it takes when an {@code INSERT} does not name it.
 *
 * <pre>{@code
 * @Table
 * public record Order(@PrimaryKey Long id, @Default("0") int items, @Default("'open'") String state) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "order" (
 *   "id" INTEGER NOT NULL PRIMARY KEY,
 *   "items" INTEGER NOT NULL DEFAULT 0,
 *   "state" TEXT NOT NULL DEFAULT 'open'
 * ) STRICT;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Default {
    /**
     * The value, as SQL.
     *
     * @return a literal ({@code 0}, {@code 'open'}, {@code x'00'}, {@code NULL}, {@code TRUE},
     *     {@code CURRENT_TIMESTAMP}) or an expression in parentheses. What it makes must have the form in which a value of the
     *     component's type is stored, or it would not be equal to one that is bound: {@code (CURRENT_TIMESTAMP)} has not that of
     *     an {@code Instant}. An expression is judged by one value that it makes when the models are read.
     */
    String value();
}
