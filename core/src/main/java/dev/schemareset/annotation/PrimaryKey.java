package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a component the primary key; several in one record are a composite key, in the order of the components.
 *
 * <p>A single key of an integer type becomes {@code INTEGER NOT NULL PRIMARY KEY}, SQLite's own
 * <a href="https://www.sqlite.org/lang_createtable.html#rowid">rowid</a>: inserting {@code null} lets SQLite assign it.
 *
 * <pre>{@code
 * @Table
 * public record Seat(@PrimaryKey String row, @PrimaryKey int number, boolean window) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "seat" (
 *   "row" TEXT NOT NULL,
 *   "number" INTEGER NOT NULL,
 *   "window" INTEGER NOT NULL CHECK ("window" IN (0, 1)),
 *   PRIMARY KEY ("row", "number")
 * ) STRICT;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface PrimaryKey {
    /**
     * Whether a number once used is never used again, also when its row is gone
     * (<a href="https://www.sqlite.org/autoinc.html">AUTOINCREMENT</a>). Only for a single key of an integer type.
     *
     * @return {@code false} by default: SQLite may use the number of a deleted row again
     */
    boolean autoincrement() default false;
}
