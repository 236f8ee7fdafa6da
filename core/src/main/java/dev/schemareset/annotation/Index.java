package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Creates an index: on a component for its column, on the record (where it may be repeated) for what it names.
 *
 * <pre>{@code
 * @Table
 * @Index({"room", "day DESC"})
 * @Index(value = "day", where = "NOT paid", name = "unpaid")
 * public record Stay(@PrimaryKey Long id, int room, LocalDate day, boolean paid) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE INDEX "stay_room_day_idx" ON "stay" ("room", "day" DESC);
 * CREATE INDEX "unpaid" ON "stay" ("day") WHERE NOT paid;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
@Repeatable(Index.List.class)
public @interface Index {
    /**
     * What is indexed, in order: column names, each optionally followed by {@code ASC} or {@code DESC}, or SQL
     * expressions such as {@code "lower(email)"}.
     *
     * @return the parts when written on a record; empty when written on a component, which names the column
     */
    String[] value() default {};

    /**
     * The name of the index. Tables and indexes share one name space in SQLite.
     *
     * @return the name; empty (the default) for {@code <table>_<columns>_idx}
     */
    String name() default "";

    /**
     * Whether no two indexed rows may be equal.
     *
     * @return {@code false} by default
     */
    boolean unique() default false;

    /**
     * Which rows the index holds, as an SQL expression
     * (a <a href="https://www.sqlite.org/partialindex.html">partial index</a>).
     *
     * @return the expression; empty (the default) for all rows
     */
    String where() default "";

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
        Index[] value();
    }
}
