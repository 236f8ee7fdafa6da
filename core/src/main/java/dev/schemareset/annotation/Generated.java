package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a column that SQLite computes from the others
 * (<a href="https://www.sqlite.org/gencol.html">generated columns</a>). An {@code INSERT} or {@code UPDATE} may not name it;
 * a record that is read has its value.
 *
 * <pre>{@code
 * @Table
 * public record Item(@PrimaryKey Long id, int price, int count, @Generated("price * count") int total) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "item" (
 *   "id" INTEGER NOT NULL PRIMARY KEY,
 *   "price" INTEGER NOT NULL,
 *   "count" INTEGER NOT NULL,
 *   "total" INTEGER NOT NULL GENERATED ALWAYS AS (price * count) VIRTUAL
 * ) STRICT;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Generated {
    /**
     * How it is computed.
     *
     * @return an SQL expression over the other columns of the row, without a subquery, and the same for the same row each time
     */
    String value();

    /**
     * Whether the value is kept in the database, computed when the row is written, instead of each time it is read.
     *
     * @return {@code false} by default
     */
    boolean stored() default false;
}
