package dev.schemareset.turso.hrana;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.hrana.Hrana.Expression;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way a REAL takes to the server. Whether it gets there is asked of a server, by {@code RealValuesTest}. */
class RealsTest {

    private static final Pattern FACTOR = Pattern.compile("([*/]) (\\d+\\.0)");

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1",
        "-1.5, -1.5",
        "0.1, 0.1",
        "9007199254740992, 9007199254740992",
        "-9007199254740991, -9007199254740991",
        "1e22, 1E+22",
        "1.5e22, 1.5E+22",
        "1e-22, 1E-22",
        "1.25e-20, 1.25E-20"
    })
    void exactNumbersAreJson(double value, String json) {
        assertThat(Hrana.expression(new Value.Real(value)))
                .isEqualTo(new Expression("?", List.of(new Value.Real(value))));
        assertThat(Reals.number(value)).contains(json);
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740994, 4503599627370497, (CAST(? AS REAL) * 2.0)",
        "-0.30000000000000004, -1351079888211149, (CAST(? AS REAL) / 4503599627370496.0)",
        "1e23, 2980232238769531, (CAST(? AS REAL) * 33554432.0)",
        "8.271806125530277e-25, 1, (CAST(? AS REAL) / 4503599627370496.0 / 268435456.0)"
    })
    void othersAreAnIntegerAndAPowerOfTwo(double value, long odd, String sql) {
        assertThat(Hrana.expression(new Value.Real(value))).isEqualTo(new Expression(sql, List.of(new Value.Int(odd))));
    }

    @Test
    void infinitiesAreSqlAndNanIsNull() {
        assertThat(Hrana.expression(new Value.Real(Double.POSITIVE_INFINITY)))
                .isEqualTo(new Expression("9e999", List.of()));
        assertThat(Hrana.expression(new Value.Real(Double.NEGATIVE_INFINITY)))
                .isEqualTo(new Expression("-9e999", List.of()));
        assertThat(Hrana.expression(new Value.Real(Double.NaN)))
                .isEqualTo(new Expression("?", List.of(new Value.Null())));
    }

    @Test
    void otherValuesAreArguments() {
        for (Value value :
                List.of(new Value.Null(), new Value.Int(1), new Value.Text("1"), new Value.Blob(new byte[1]))) {
            assertThat(Hrana.expression(value)).isEqualTo(new Expression("?", List.of(value)));
        }
    }

    /** Whatever the way, it leads to the number, and the request takes what the expression holds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void expressionIsTheNumber(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            double value = random.nextBoolean()
                    ? Double.longBitsToDouble(random.nextLong())
                    : BigDecimal.valueOf(random.nextInt(), random.nextInt(50) - 25)
                            .doubleValue();
            if (Double.isFinite(value)) {
                requireEqual(seed, value);
            }
        }
        for (double edge : List.of(Double.MIN_VALUE, -Double.MIN_NORMAL, Double.MAX_VALUE, 1e308, 0.1 + 0.2)) {
            requireEqual(seed, edge);
            requireEqual(seed, Math.nextUp(edge) < Double.MAX_VALUE ? Math.nextUp(edge) : edge);
        }
    }

    private static void requireEqual(long seed, double value) {
        Expression expression = Hrana.expression(new Value.Real(value));
        Value argument = expression.arguments().get(0);
        double arrived = argument instanceof Value.Int odd
                ? calculated(odd.value(), expression.sql())
                : Double.parseDouble(Reals.number(value).orElseThrow());
        assertThat(arrived).as("seed %d: %s", seed, value).isEqualTo(value);
        Hrana.request(List.of(Step.query(expression.sql(), argument)), Hrana.Stream.OPEN);
    }

    /** As SQL does it, from left to right. */
    private static double calculated(long odd, String sql) {
        double value = odd;
        Matcher factors = FACTOR.matcher(sql);
        while (factors.find()) {
            double factor = Double.parseDouble(factors.group(2));
            value = factors.group(1).equals("*") ? value * factor : value / factor;
        }
        return value;
    }
}
