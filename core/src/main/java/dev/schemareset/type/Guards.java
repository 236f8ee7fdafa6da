package dev.schemareset.type;

import java.time.DateTimeException;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Refuses values that SQLite would not give back. */
final class Guards {

    private Guards() {}

    static String storable(String text) {
        int index = indexOfLoneSurrogate(text);
        if (index >= 0) {
            throw new IllegalArgumentException(String.format(
                    "Text with U+%04X at index %d cannot be stored: it is one half of a surrogate pair,"
                            + " and SQLite would keep a question mark in its place."
                            + " Nothing was written. Bind both halves, or neither.",
                    (int) text.charAt(index), index));
        }
        return text;
    }

    /** How to store values as text, refusing each whose text is not read as the same value again. */
    static <T> Function<T, String> storable(
            Class<T> type, Function<T, String> store, Function<String, T> restore, BiPredicate<T, T> same) {
        return value -> {
            String text = storable(store.apply(value));
            if (!isRestored(value, text, restore, same)) {
                throw new IllegalArgumentException("'" + text + "' cannot be stored: read again, it would not be the "
                        + type.getSimpleName() + " that it was."
                        + " Nothing was written. Bind another, or text.");
            }
            return text;
        };
    }

    private static <T> boolean isRestored(T value, String text, Function<String, T> restore, BiPredicate<T, T> same) {
        try {
            return same.test(value, restore.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static int indexOfLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
