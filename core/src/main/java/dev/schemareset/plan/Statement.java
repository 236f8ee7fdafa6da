package dev.schemareset.plan;

/**
 * One SQL statement and the reason for it.
 *
 * @param sql the statement, without a closing semicolon
 * @param why why it is there, in one sentence
 */
public record Statement(String sql, String why) {}
