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

    /** Holds the repeated annotations. */
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
