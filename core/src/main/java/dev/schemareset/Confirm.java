package dev.schemareset;

/** Whether a reset, which drops everything in the database, is meant. */
public enum Confirm {
    /** Drop everything and create it again. */
    YES,
    /** Do not: the reset is refused, with an error that tells what it would have dropped. */
    NO
}
