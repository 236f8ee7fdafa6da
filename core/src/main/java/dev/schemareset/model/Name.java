package dev.schemareset.model;

import static java.util.Objects.requireNonNull;

/**
 * The name of a table, column, index or other object of a database.
 *
 * @param value the name as SQLite stores it, without quotes
 */
public record Name(String value) {

    /**
     * The name that a Java name becomes: {@code createdAt} becomes {@code created_at}, {@code HTTPServer} becomes
     * {@code http_server}. Each character is made small by itself, as Jdbi does when it compares names.
     *
     * @param javaName the name of a record or of a component
     * @return the name in snake_case
     */
    public static Name ofJava(String javaName) {
        return new Name(requireNonNull(javaName, "javaName")
                .replaceAll("(\\p{Ll}|\\p{Nd})(\\p{Lu})", "$1_$2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1_$2")
                .chars()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, (name, c) -> name.append((char) c), StringBuilder::append)
                .toString());
    }

    /**
     * What the names of columns begin with that stand for a nested record. Jdbi looks for an underscore at the end of the prefix, and
     * at each dot in it.
     *
     * @param prefix the prefix as Jdbi's {@code @Nested} has it
     * @return the prefix in snake_case with an underscore at its end; nothing for none
     */
    public static String nestedPrefix(String prefix) {
        String words = ofJava(requireNonNull(prefix, "prefix").replace('.', '_'))
                .value()
                .replaceFirst("_+$", "");
        return words.isEmpty() ? "" : words + "_";
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
        return folded().equals(requireNonNull(other, "other").folded());
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
