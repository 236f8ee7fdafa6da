package dev.schemareset.plan;

import java.util.Optional;

/**
 * One way in which a database is not what the models say.
 *
 * @param kind missing, extra or changed
 * @param what the object or the part of it, e.g. {@code column email of table users}
 * @param actual its SQL in the database; empty when it is missing
 * @param expected its SQL as the models have it; empty when it is not in the models
 */
public record Difference(Kind kind, String what, Optional<String> actual, Optional<String> expected) {

    /** How something differs. */
    public enum Kind {
        /** It is in the models, and not in the database. */
        MISSING("is missing"),
        /** It is in the database, and not in the models. */
        EXTRA("is not in the models"),
        /** It is in both, and not the same. */
        CHANGED("is not as the models say");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static Difference missing(String what, String expected) {
        return new Difference(Kind.MISSING, what, Optional.empty(), Optional.of(expected));
    }

    static Difference extra(String what, String actual) {
        return new Difference(Kind.EXTRA, what, Optional.of(actual), Optional.empty());
    }

    static Difference changed(String what, String actual, String expected) {
        return new Difference(Kind.CHANGED, what, Optional.of(actual), Optional.of(expected));
    }

    /**
     * The difference in one line.
     *
     * @return e.g. {@code column email of table users is missing}
     */
    public String headline() {
        return what + " " + kind.words;
    }

    /**
     * The difference with what is and what should be.
     *
     * @return one or more lines; control characters found in the database, which could steer a terminal, are shown as spaces
     */
    @Override
    public String toString() {
        return headline() + line("is:        ", actual) + line("should be: ", expected);
    }

    private static String line(String label, Optional<String> sql) {
        String indent = "\n    ";
        return sql.map(text -> indent
                        + label
                        + text.replaceAll("[\\p{Cc}&&[^\n]]", " ").replace("\n", indent + " ".repeat(label.length())))
                .orElse("");
    }
}
