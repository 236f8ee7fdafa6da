package dev.schemareset.turso.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bearer token, which nothing prints. It holds only the characters of RFC 6750: the JDK quotes a header that it refuses, and
 * with it the token.
 */
final class Token {

    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._~+/=-]");

    /** What a part of a token must have in common with it to be hidden. */
    private static final int TELLING = 8;

    private final String value;

    /** What a token is not, told without the token. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    Token(String value) throws Malformed {
        Matcher foreign = FOREIGN.matcher(value);
        if (value.isEmpty()) {
            throw new Malformed("it is empty");
        }
        if (foreign.find()) {
            throw new Malformed(
                    "its character " + (foreign.start() + 1) + " of " + value.length() + " is none of a token");
        }
        this.value = value;
    }

    /** The value of the header {@code Authorization}. */
    String header() {
        return "Bearer " + value;
    }

    boolean isSameAs(Token other) {
        return value.equals(other.value);
    }

    /** A text without this token, whole or in parts that tell something about it. */
    String hideIn(String text) {
        int length = Math.min(TELLING, value.length());
        StringBuilder shown = new StringBuilder();
        int hiddenUntil = 0;
        for (int position = 0; position < text.length(); position++) {
            if (position + length <= text.length() && value.contains(text.substring(position, position + length))) {
                if (position >= hiddenUntil) {
                    shown.append(this);
                }
                hiddenUntil = position + length;
            }
            if (position >= hiddenUntil) {
                shown.append(text.charAt(position));
            }
        }
        return shown.toString();
    }

    @Override
    public String toString() {
        return "(token)";
    }
}
