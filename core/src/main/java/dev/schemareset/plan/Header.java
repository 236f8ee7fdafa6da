package dev.schemareset.plan;

/**
 * The two numbers in the header of a database that SQLite leaves to applications
 * (<a href="https://www.sqlite.org/pragma.html#pragma_user_version">SQLite documentation</a>).
 *
 * @param userVersion whatever an application counts with it
 * @param applicationId which application the file belongs to
 */
public record Header(int userVersion, int applicationId) {

    /** The header of a database that no application has marked. */
    public static final Header UNMARKED = new Header(0, 0);
}
