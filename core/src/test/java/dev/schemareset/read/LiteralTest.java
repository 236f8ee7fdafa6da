package dev.schemareset.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which SQL literals are a value of which type, at the edges of each. */
class LiteralTest {

    @ParameterizedTest
    @CsvSource({
        "java.lang.Byte, -128, -129, 127, 128",
        "java.lang.Short, -32768, -32769, 32767, 32768",
        "java.lang.Integer, -2147483648, -2147483649, 2147483647, 2147483648",
        "java.lang.Long, -9223372036854775808, -9223372036854775809, 9223372036854775807, 9223372036854775808",
        "java.time.Year, -999999999, -1000000000, 999999999, 1000000000"
    })
    void integersReachToTheBoundsOfTheirType(
            Class<?> type, String least, String tooSmall, String greatest, String tooLarge) {
        Literal literal = Literal.of(type);

        assertThat(literal.accepts(least)).isTrue();
        assertThat(literal.accepts(tooSmall)).isFalse();
        assertThat(literal.accepts(greatest)).isTrue();
        assertThat(literal.accepts("+" + greatest)).isTrue();
        assertThat(literal.accepts(tooLarge)).isFalse();
        assertThat(literal.accepts("+" + tooLarge)).isFalse();
    }

    /** SQLite documentation, "Literal Values": they are the bits of a signed integer of 64 bits; the sign stands before them. */
    @ParameterizedTest
    @CsvSource({
        "java.lang.Byte, 0x7f, true",
        "java.lang.Byte, -0x80, true",
        "java.lang.Byte, 0X80, false",
        "java.lang.Byte, 0xffffffffffffffff, true",
        "java.lang.Integer, 0x7FFFFFFF, true",
        "java.lang.Integer, 0x80000000, false",
        "java.lang.Long, 0xffffffffffffffff, true",
        "java.lang.Long, 0x1ffffffffffffffff, false"
    })
    void hexadecimalDigitsAreBits(Class<?> type, String sql, boolean accepted) {
        assertThat(Literal.of(type).accepts(sql)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "-1, true",
        "+1.5, true",
        "-.5, true",
        "1., true",
        "1e3, true",
        "1E-3, true",
        "., false",
        "e3, false",
        "1e, false",
        "1.5.0, false",
        "0x1, false",
        "one, false",
        "--1, false"
    })
    void realsAreNumbers(String sql, boolean accepted) {
        assertThat(Literal.of(Float.class).accepts(sql)).isEqualTo(accepted);
        assertThat(Literal.of(Double.class).accepts(sql)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "java.math.BigDecimal, 1.50, '1.50'",
                "java.math.BigDecimal, -1.50, '-1.50'",
                "java.math.BigDecimal, +1, '1'",
                "java.math.BigDecimal, '1.50', '1.50'",
                "java.math.BigInteger, -12, '-12'",
                "java.math.BigInteger, 1.5, 1.5",
                "java.lang.Double, 1.50, 1.50",
                "java.lang.String, 1.50, 1.50"
            })
    void numbersThatAreStoredAsTextAreQuoted(Class<?> type, String sql, String stored) {
        assertThat(Literal.inQuotes(type, sql)).isEqualTo(stored);
    }
}
