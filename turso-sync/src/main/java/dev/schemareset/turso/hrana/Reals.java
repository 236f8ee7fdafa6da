package dev.schemareset.turso.hrana;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.schemareset.turso.hrana.Hrana.Expression;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Tells how a REAL gets to a server as it is. Measured: a server reads a number of JSON as its digits, multiplied with or divided
 * by a power of ten, which rounds twice and changes the last bit of every ninth number. It rounds once, as it should, where
 * digits and power have no error of their own. Text is no way for the rest: SQLite reads some of it as its neighbour, too, however many
 * digits it has (libSQL with SQLite 3.47). So they travel as the integer of their bits, which the server multiplies with or divides by
 * powers of two, all of it exact.
 */
final class Reals {

    /** The first integer that no {@code double} follows by 1. */
    private static final BigInteger EXACT_DIGITS = BigInteger.valueOf(1L << 53);

    /** The largest power of ten that a {@code double} holds. */
    private static final int EXACT_POWER = 22;

    /** The largest power of two in one factor: its digits are few enough that every server reads them as they are. */
    private static final int LARGEST_FACTOR = 52;

    private Reals() {}

    static Expression expression(double value) {
        if (Double.isNaN(value)) {
            return new Expression("?", List.of(new Value.Null()));
        }
        if (Double.isInfinite(value)) {
            return new Expression(value > 0 ? "9e999" : "-9e999", List.of());
        }
        if (number(value).isPresent()) {
            return new Expression("?", List.of(new Value.Real(value)));
        }
        return scaled(value);
    }

    /** An odd integer, times or by powers of two: no step of it rounds, not even the last to a subnormal number. */
    private static Expression scaled(double value) {
        long bits = Double.doubleToLongBits(value);
        int exponent = (int) (bits >> 52) & 0x7ff;
        long fraction = bits & ((1L << 52) - 1);
        long integer = exponent == 0 ? fraction : fraction | 1L << 52;
        int zeros = Long.numberOfTrailingZeros(integer);
        int power = Math.max(exponent, 1) - 1075 + zeros;
        long odd = integer >> zeros;
        String operator = power < 0 ? " / " : " * ";
        StringBuilder sql = new StringBuilder("CAST(? AS REAL)");
        for (int left = Math.abs(power); left > 0; left -= LARGEST_FACTOR) {
            sql.append(operator).append(1L << Math.min(left, LARGEST_FACTOR)).append(".0");
        }
        return new Expression(
                power == 0 ? sql.toString() : "(" + sql + ")", List.of(new Value.Int(value < 0 ? -odd : odd)));
    }

    /** The number as JSON; empty when a server would read another one. */
    static Optional<String> number(double value) {
        if (value == 0) {
            // Decimal digits would lose the sign of a negative zero.
            return Optional.of(Double.toString(value));
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Optional.empty();
        }
        // Java's own digits are not always the fewest before version 19.
        BigDecimal digits = new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
        boolean isExact =
                digits.unscaledValue().abs().compareTo(EXACT_DIGITS) <= 0 && Math.abs(digits.scale()) <= EXACT_POWER;
        return isExact ? Optional.of(digits.toString()) : Optional.empty();
    }

    /** Why {@link Value.Infinite} is no argument. */
    static IllegalArgumentException unknownSign() {
        return new IllegalArgumentException("The sign of an infinite REAL of a response is not known.");
    }
}
