package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Refuses rows for which an expression is false: on a component or on the record, where it means the same. A row for which
 * the expression is {@code NULL} is accepted, as
 * <a href="https://www.sqlite.org/lang_createtable.html#check_constraints">SQL</a> has it: say {@code IS NOT NULL} where that
 * matters.
 *
 * <pre>{@code
 * @Table
 * @Check(value = "arrival < departure", name = "at least one night")
 * public record Visit(@PrimaryKey Long id, LocalDate arrival, LocalDate departure, @Check("guests > 0") int guests) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "visit" (
 *   "id" INTEGER NOT NULL PRIMARY KEY,
 *   "arrival" TEXT NOT NULL,
 *   "departure" TEXT NOT NULL,
 *   "guests" INTEGER NOT NULL CHECK (guests > 0),
 *   CONSTRAINT "at least one night" CHECK (arrival < departure)
 * ) STRICT;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
@Repeatable(Check.List.class)
public @interface Check {
    /**
     * The condition.
     *
     * @return an SQL expression over the columns of the table, without a subquery
     */
    String value();

    /**
     * The name of the constraint, which SQLite tells when a row breaks it.
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
        Check[] value();
    }
}
