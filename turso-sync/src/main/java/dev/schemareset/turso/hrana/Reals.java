package dev.schemareset.turso.hrana;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.schemareset.turso.hrana.Hrana.Expression;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Tells how a REAL gets to a server as it is. Measured: a server reads a number of JSON as its digits, multiplied with or divided
 * by a power of ten, which rounds twice and changes the last bit of every ninth number. It rounds once, as it should, where
 * digits and power have no error of their own; SQL reads the rest from text.
 */
final class Reals {

    /** The first integer that no {@code double} follows by 1. */
    private static final BigDecimal EXACT_DIGITS = BigDecimal.valueOf(1L << 53);

    /** The largest power of ten that a {@code double} holds. */
    private static final int EXACT_POWER = 22;

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
        return new Expression(
                isCastExact(Math.abs(value)) ? "CAST(? AS REAL)" : "json_extract(?, '$')",
                List.of(new Value.Text(digits(value).toString())));
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
        BigDecimal digits = digits(value);
        boolean isExact = new BigDecimal(digits.unscaledValue().abs()).compareTo(EXACT_DIGITS) <= 0
                && Math.abs(digits.scale()) <= EXACT_POWER;
        return isExact ? Optional.of(digits.toString()) : Optional.empty();
    }

    /** Why {@link Value.Infinite} is no argument. */
    static IllegalArgumentException unknownSign() {
        return new IllegalArgumentException("The sign of an infinite REAL of a response is not known.");
    }

    /** Measured: beyond these CAST is not exact, while {@code json_extract} is. */
    private static boolean isCastExact(double magnitude) {
        return 1e-50 <= magnitude && magnitude < 1e100;
    }

    /** The fewest digits that are this number and no other; Java's own are more before version 19. */
    private static BigDecimal digits(double value) {
        return new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
    }
}
