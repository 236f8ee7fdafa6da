package dev.schemareset.model;

import java.util.Locale;

/**
 * The name of a table, column, index or other object of a database.
 *
 * @param value the name as SQLite stores it, without quotes
 */
public record Name(String value) {

    /**
     * The name that a Java name becomes: {@code createdAt} becomes {@code created_at}, {@code HTTPServer} becomes
     * {@code http_server}.
     *
     * @param javaName the name of a record or of a component
     * @return the name in snake_case
     */
    public static Name ofJava(String javaName) {
        return new Name(javaName.replaceAll("(\\p{Ll}|\\p{Nd})(\\p{Lu})", "$1_$2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1_$2")
                .toLowerCase(Locale.ROOT));
    }

    /**
     * The name as it is written in SQL, always quoted, so that a keyword or a space is a name like any other.
     *
     * @return the name in double quotes, its own double quotes doubled
     */
    public String quoted() {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    /**
     * The name in the form in which SQLite compares names: without regard to the case of the letters A to Z.
     *
     * @return the name with A to Z in lower case and every other character as it is
     */
    public String folded() {
        StringBuilder folded = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    /**
     * Whether SQLite takes both names for the same.
     *
     * @param other another name
     * @return whether the folded names are equal
     */
    public boolean matches(Name other) {
        return folded().equals(other.folded());
    }

    /**
     * The name for messages. A name found in a database may hold any character; one that could break a line or steer a
     * terminal is shown as a space.
     *
     * @return {@link #value()} without line breaks and control characters
     */
    @Override
    public String toString() {
        return value.replaceAll("\\R|\\p{Cc}", " ");
    }
}
