package dev.schemareset.plan;

import static java.util.Objects.requireNonNull;

/**
 * One SQL statement and the reason for it.
 *
 * @param sql the statement, without a closing semicolon
 * @param why why it is there, in one sentence
 */
public record Statement(String sql, String why) {

    /** More of a statement helps nobody. */
    private static final int LONGEST_EXCERPT = 500;

    /**
     * As much of some SQL as a message shows.
     *
     * @param sql a statement, or a piece of one
     * @return all of it, or its first 500 characters and an ellipsis
     */
    public static String excerpt(String sql) {
        return requireNonNull(sql, "sql").length() <= LONGEST_EXCERPT
                ? sql
                : sql.substring(0, LONGEST_EXCERPT) + " ...";
    }
}
