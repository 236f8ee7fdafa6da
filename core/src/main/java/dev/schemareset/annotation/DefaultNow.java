package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a column the current time when an {@code INSERT} does not name it, in the same format as a bound value of the
 * component's type. The time is UTC, to the millisecond, for the local types too; a {@code long} takes the milliseconds
 * since 1970-01-01T00:00:00Z.
 *
 * <pre>{@code
 * @Table
 * public record Visitor(@PrimaryKey Long id, @DefaultNow Instant came) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "visitor" (
 *   "id" INTEGER NOT NULL PRIMARY KEY,
 *   "came" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now'))
 * ) STRICT;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface DefaultNow {}
