package dev.schemareset;

/** Whether it is meant that everything in the database is dropped. */
public enum Confirm {
    /** Drop everything and create it again, in a database that SchemaReset made or that has no table. */
    YES,
    /** Drop everything and create it again, whoever made the database. */
    YES_DROP_FOREIGN_TABLES,
    /** Do not: it is refused, with an error that tells what it would have dropped. */
    NO
}
