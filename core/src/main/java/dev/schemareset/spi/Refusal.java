package dev.schemareset.spi;

import dev.schemareset.plan.Statement;

/**
 * A statement that a remote database does not accept.
 *
 * @param statement the statement
 * @param message what the server says
 */
public record Refusal(Statement statement, String message) {}
