package dev.schemareset.annotation;

/**
 * What a foreign key does when the row it refers to changes or is deleted, as
 * <a href="https://www.sqlite.org/foreignkeys.html#fk_actions">SQLite</a> defines it.
 */
public enum ForeignKeyAction {
    /** The change is refused while a row still refers to the old key. */
    NO_ACTION,
    /** The change is refused at once, also when the constraint is deferred. */
    RESTRICT,
    /** The referring columns become {@code NULL}. */
    SET_NULL,
    /** The referring columns take their default. */
    SET_DEFAULT,
    /** The referring row follows: it is deleted, or takes the new key. */
    CASCADE
}
