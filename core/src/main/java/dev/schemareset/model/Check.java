package dev.schemareset.model;

import java.util.Optional;

/**
 * A condition that no row may break.
 *
 * @param name the name of the constraint, if it has one
 * @param sql an SQL expression; a row is refused where it is false, and accepted where it is {@code NULL}
 */
public record Check(Optional<Name> name, String sql) {}
