package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves something out of the schema: on a component, it has no column; on a record, it is none of the records that could have
 * been a model and were forgotten.
 *
 * <p>A component without a column must be {@code @Nullable}: a row that is read leaves it {@code null}.
 *
 * <pre>{@code
 * @Table
 * public record Account(@PrimaryKey Long id, @Ignore @Nullable String password) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "account" (
 *   "id" INTEGER NOT NULL PRIMARY KEY
 * ) STRICT;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Ignore {}
