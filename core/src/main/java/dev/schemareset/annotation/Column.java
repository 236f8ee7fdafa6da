package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says about a column what does not follow from its component.
 *
 * <pre>{@code
 * @Table
 * public record Guest(@PrimaryKey Long id, @Column(value = "surname", collate = "NOCASE") String name) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "guest" (
 *   "id" INTEGER NOT NULL PRIMARY KEY,
 *   "surname" TEXT NOT NULL COLLATE NOCASE
 * ) STRICT;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Column {
    /**
     * The name of the column.
     *
     * @return the name as SQLite shall keep it; empty (the default) for the component's name in snake_case
     */
    String value() default "";

    /**
     * The SQLite type of the column. It replaces the one that follows from the Java type, and lets a component be
     * of any Java type that an argument and a mapper of your own, registered with your {@code Jdbi}, bind and read. Without
     * them, a column of numbers makes numbers of text that looks like one, as SQLite does: {@code 007} becomes 7.
     *
     * @return {@code INT}, {@code INTEGER}, {@code REAL}, {@code TEXT}, {@code BLOB} or {@code ANY}, the types of a
     *     <a href="https://www.sqlite.org/stricttables.html">STRICT table</a>, or, where the table is not strict, any type name
     *     such as {@code VARCHAR(40)}; empty (the default) for the one that follows from the Java type
     */
    String type() default "";

    /**
     * How SQLite compares the column's text: {@code BINARY}, {@code NOCASE} (A to Z are equal to a to z) or {@code RTRIM}
     * (spaces at the end do not count), its
     * <a href="https://www.sqlite.org/datatype3.html#collating_sequences">built-in collations</a>. Others are known only to the
     * connection that defines them, and are refused.
     *
     * @return the collation; empty (the default) for {@code BINARY}
     */
    String collate() default "";

    /**
     * What the column holds, for a person who reads the schema. It is kept as an SQL comment inside the stored
     * {@code CREATE TABLE}.
     *
     * @return the comment, of one or more lines; empty (the default) for none
     */
    String comment() default "";
}
