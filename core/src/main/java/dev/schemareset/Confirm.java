package dev.schemareset;

/** Whether it is meant that everything in the database is dropped. */
public enum Confirm {
    /**
     * Drop everything and create it again, in a database that has no table, or that SchemaReset made for models whose packages are the same as,
     * inside or around those of today's.
     */
    YES,
    /** Drop everything and create it again, whatever made the database: also that of another application. */
    YES_DROP_FOREIGN_TABLES,
    /** Do not: it is refused, with an error that tells what it would have dropped. */
    NO
}
