package dev.schemareset.support;

import static java.util.stream.Collectors.joining;

/** Writes Java source code. */
public final class JavaSource {

    private JavaSource() {}

    /** A string literal, all of it in ASCII. */
    public static String literal(String text) {
        return text.chars().mapToObj(JavaSource::escaped).collect(joining("", "\"", "\""));
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            // An octal escape: as \\uXXXX it would be part of the source, not of the literal.
            default ->
                c < ' ' ? String.format("\\%03o", c) : c < 127 ? String.valueOf((char) c) : String.format("\\u%04x", c);
        };
    }
}
