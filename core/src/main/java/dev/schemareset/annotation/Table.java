package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record a model: one table, with one column for each record component.
 *
 * <p>The table is <a href="https://www.sqlite.org/stricttables.html">STRICT</a>: SQLite refuses a value that does not
 * fit its column's type.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {
    /**
     * The name of the table.
     *
     * @return the name as SQLite shall keep it; empty (the default) for the record's simple name in snake_case
     */
    String value() default "";
}
