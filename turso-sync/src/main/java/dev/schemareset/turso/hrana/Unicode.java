package dev.schemareset.turso.hrana;

/** Tells text from what only looks like it: Java's strings may hold half of a surrogate pair, which UTF-8 has no bytes for. */
final class Unicode {

    private Unicode() {}

    /** Refuses text that would arrive as another text. */
    static void require(String text) {
        int broken = firstBroken(text);
        if (broken >= 0) {
            throw new IllegalArgumentException("Half of a surrogate pair, U+%04X, is no character: position %d of %d."
                    .formatted((int) text.charAt(broken), broken, text.length()));
        }
    }

    /** The position of the first half without the other; negative when there is none. */
    private static int firstBroken(String text) {
        for (int position = 0; position < text.length(); position++) {
            if (Character.isSurrogate(text.charAt(position))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(position))) {
                    return position;
                }
                position++;
            }
        }
        return -1;
    }
}
