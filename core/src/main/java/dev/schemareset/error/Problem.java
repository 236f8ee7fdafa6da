package dev.schemareset.error;

import java.io.Serializable;

/**
 * One mistake in the models.
 *
 * @param where the record, component or package, e.g. {@code app.models.User.email}
 * @param what what is wrong there
 * @param fix what to write instead
 */
public record Problem(String where, String what, String fix) implements Serializable {}
