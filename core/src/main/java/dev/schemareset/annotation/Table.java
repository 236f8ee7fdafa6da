package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record a model: one table, with one column for each record component.
 *
 * <pre>{@code
 * @Table(value = "teams", comment = "Who plays.")
 * public record Team(@PrimaryKey Long id, String name) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "teams"
 * -- Who plays.
 * (
 *   "id" INTEGER NOT NULL PRIMARY KEY,
 *   "name" TEXT NOT NULL
 * ) STRICT;
 * }</pre>
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

    /**
     * Whether the table is <a href="https://www.sqlite.org/stricttables.html">STRICT</a>: SQLite refuses a value that does not
     * fit its column's type. Otherwise it converts what it can, and stores the rest as it is.
     *
     * @return {@code true} by default
     */
    boolean strict() default true;

    /**
     * Whether the table has no row numbers of its own and is kept in the order of its primary key
     * (<a href="https://www.sqlite.org/withoutrowid.html">WITHOUT ROWID</a>). It needs a primary key, which SQLite never
     * assigns.
     *
     * @return {@code false} by default
     */
    boolean withoutRowid() default false;

    /**
     * What the table holds, for a person who reads the schema. It is kept as an SQL comment inside the stored
     * {@code CREATE TABLE}.
     *
     * @return the comment, of one or more lines; empty (the default) for none
     */
    String comment() default "";
}
