package dev.schemareset.model;

import java.util.Optional;

/** The value of a column that an {@code INSERT} does not name. */
public sealed interface DefaultValue {

    /**
     * A value the developer wrote.
     *
     * @param sql an SQL literal, or an expression in parentheses
     * @param makes the Java type of which the expression must make a value, in the form in which it is stored; empty for a literal,
     *     whose form is known, and where an argument of the application's own gives the form
     */
    record Sql(String sql, Optional<Class<?>> makes) implements DefaultValue {

        /**
         * A value that is not judged by a Java type.
         *
         * @param sql an SQL literal, or an expression in parentheses
         */
        public Sql(String sql) {
            this(sql, Optional.empty());
        }
    }

    /**
     * The current time in UTC.
     *
     * @param format how it is written
     */
    record Now(TimeFormat format) implements DefaultValue {}

    /** How a time is stored; the formats are those in which the values of the Java types are bound. */
    enum TimeFormat {
        /** {@code 2001-02-03T04:05:06.123456789Z}: text. */
        INSTANT,
        /** {@code 2001-02-03T04:05:06.123456789}: text. */
        LOCAL_DATE_TIME,
        /** {@code 2001-02-03}: text. */
        LOCAL_DATE,
        /** {@code 04:05:06.123456789}: text. */
        LOCAL_TIME,
        /** {@code 04:05:06.123456789Z}: text. */
        OFFSET_TIME,
        /** {@code 2001}: an integer. */
        YEAR,
        /** {@code 2001-02}: text. */
        YEAR_MONTH,
        /** {@code --02-03}: text. */
        MONTH_DAY,
        /** Milliseconds since 1970-01-01T00:00:00Z: an integer. */
        EPOCH_MILLIS
    }
}
