package dev.schemareset.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes several columns together a <a href="https://www.sqlite.org/foreignkeys.html">foreign key</a>: their values must be a
 * key of another model's table, or of its own. For one column, {@link References} says it shorter.
 *
 * <p>A row in which one of the columns is {@code NULL} refers to nothing and is accepted.
 *
 * <pre>{@code
 * @Table
 * public record Seat(@PrimaryKey String row, @PrimaryKey int number) {}
 *
 * @Table
 * @ForeignKey(columns = {"seat_row", "seat_number"}, references = Seat.class)
 * public record Ticket(@PrimaryKey Long id, String seatRow, int seatNumber) {}
 * }</pre>
 *
 * <p>makes
 *
 * <pre>{@code
 * CREATE TABLE "ticket" (
 *   "id" INTEGER NOT NULL PRIMARY KEY,
 *   "seat_row" TEXT NOT NULL,
 *   "seat_number" INTEGER NOT NULL,
 *   FOREIGN KEY ("seat_row", "seat_number") REFERENCES "seat" ("row", "number")
 * ) STRICT;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ForeignKey.List.class)
public @interface ForeignKey {
    /**
     * The columns that refer.
     *
     * @return names of columns of this record's table, in order
     */
    String[] columns();

    /**
     * The model that is referred to.
     *
     * @return a record with {@link Table}, scanned together with this one
     */
    Class<?> references();

    /**
     * The columns that are referred to: the primary key, or columns that are unique together.
     *
     * @return as many names as {@link #columns()}, in the same order; empty (the default) for the primary key
     */
    String[] referencedColumns() default {};

    /**
     * What happens to this row when the row it refers to is deleted.
     *
     * @return {@link ForeignKeyAction#NO_ACTION} by default
     */
    ForeignKeyAction onDelete() default ForeignKeyAction.NO_ACTION;

    /**
     * What happens to this row when the key it refers to changes.
     *
     * @return {@link ForeignKeyAction#NO_ACTION} by default
     */
    ForeignKeyAction onUpdate() default ForeignKeyAction.NO_ACTION;

    /**
     * Whether the constraint may be broken until the transaction commits ({@code DEFERRABLE INITIALLY DEFERRED}).
     *
     * @return {@code false} by default: each statement must leave it whole
     */
    boolean deferrable() default false;

    /**
     * Holds the repeated annotations.
     *
     * @hidden
     */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return each of them, in order
         */
        ForeignKey[] value();
    }
}
