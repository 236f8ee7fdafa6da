package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets no two rows hold the same value in a column (on a component), or the same values in several columns (on the
 * record, where it may be repeated). As in all of SQL, {@code NULL} equals nothing, so many rows may hold it.
 *
 * <pre>{@code
 * @Table
 * @Unique({"room", "day"})
 * public record Booking(@PrimaryKey Long id, int room, LocalDate day, @Unique String code) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "booking" (
 *   "id" INTEGER NOT NULL PRIMARY KEY,
 *   "room" INTEGER NOT NULL,
 *   "day" TEXT NOT NULL,
 *   "code" TEXT NOT NULL,
 *   UNIQUE ("code"),
 *   UNIQUE ("room", "day")
 * ) STRICT;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
@Repeatable(Unique.List.class)
public @interface Unique {
    /**
     * The columns of the constraint.
     *
     * @return the column names when written on a record; empty when written on a component, which names the column
     */
    String[] value() default {};

    /**
     * The name of the constraint, which SQLite stores and does not use.
     *
     * @return the name; empty (the default) for a constraint without one
     */
    String name() default "";

    /**
     * Holds the repeated annotations.
     *
     * @hidden
     */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return each of them, in order
         */
        Unique[] value();
    }
}
