package dev.schemareset.type;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Numbers between Java, whose types are many, and SQLite, which has two: none is cut on the way. */
final class Numbers {

    private static final Set<String> TRUE = Set.of("true", "t");
    private static final Set<String> FALSE = Set.of("false", "f");

    private Numbers() {}

    /** SQLite keeps a zero without its sign, and no NaN. */
    static Double storable(Number number) {
        double stored = number.doubleValue();
        if (Double.isNaN(stored)) {
            throw new IllegalArgumentException("NaN cannot be stored: SQLite keeps NULL in its place."
                    + " Nothing was written. Bind null, or a number.");
        }
        return stored + 0.0;
    }

    static Object ofFlag(Boolean flag) {
        return flag ? 1L : 0L;
    }

    /** SQLite documentation, "Boolean Expressions": zero is false, all other numbers are true. Some programs write words. */
    static Boolean flag(Object stored) {
        if (stored instanceof String word && TRUE.contains(word.toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (stored instanceof String word && FALSE.contains(word.toLowerCase(Locale.ROOT))) {
            return false;
        }
        return real(stored) != 0;
    }

    static Long within(long least, long greatest, Long number) {
        if (number < least || number > greatest) {
            throw new IllegalArgumentException("it is not from " + least + " to " + greatest);
        }
        return number;
    }

    /** Digits are lost as they are whenever a real number is stored; what would be zero or infinite is another number. */
    static Float narrowed(Double number) {
        float narrow = number.floatValue();
        if (Float.isInfinite(narrow) != number.isInfinite() || (narrow == 0) != (number == 0)) {
            throw new IllegalArgumentException("a float cannot be as large or as small");
        }
        return narrow;
    }

    /** The integer that SQLite keeps, also as a real number or as text. */
    static Long integer(Object stored) {
        return stored instanceof Long || stored instanceof Integer
                ? (Long) ((Number) stored).longValue()
                : (Long) decimal(stored).longValueExact();
    }

    static Double real(Object stored) {
        return stored instanceof Number number
                ? number.doubleValue()
                : decimal(stored).doubleValue();
    }

    private static BigDecimal decimal(Object stored) {
        if (stored instanceof Double real) {
            return new BigDecimal(real);
        }
        if (stored instanceof String text) {
            return new BigDecimal(text.strip());
        }
        throw new IllegalArgumentException("it is no number");
    }
}
