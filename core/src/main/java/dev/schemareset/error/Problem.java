package dev.schemareset.error;

import java.io.Serializable;

/**
 * One mistake in the models.
 *
 * @param where the record, component or package, e.g. {@code app.models.User.email}
 * @param what what is wrong there
 * @param fix what to write instead
 */
public record Problem(String where, String what, String fix) implements Serializable {

    private static final int LONGEST = 1_000;

    /** Shortens each text of more than 1,000 characters in its middle, such as long SQL, which would bury the other problems. */
    public Problem {
        where = shortened(where);
        what = shortened(what);
        fix = shortened(fix);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + " ... " + text.substring(text.length() - LONGEST / 2);
    }
}
