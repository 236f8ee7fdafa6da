package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.turso.hrana.Hrana;
import dev.schemareset.turso.hrana.Hrana.Expression;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import dev.schemareset.turso.http.HranaClient.Pause;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.TursoServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value comes back from a real server as it was sent. {@code -Dvalues=N} tries as many random ones of each kind for each seed. */
@OnEachServer
class RealValuesTest {

    private static final int VALUES = Integer.getInteger("values", 3_000);

    private static final int ROWS_OF_AN_INSERT = 50;

    private static final int ROWS_OF_A_PAGE = 500;

    private HranaClient client;

    @BeforeEach
    void start(TursoServer server) {
        client = new HranaClient(Endpoint.of(server.url()), Optional::empty, Duration.ofMinutes(5), Pause.SLEEP);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                0.1,
                0.1 + 0.2,
                1e15,
                1e22,
                0x1p80,
                0x1p53,
                0x1p53 + 2,
                1e-22,
                1e-23,
                1e-50,
                1e100,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE
            })
    void realsAtTheEdges(double edge) {
        requireRoundTrip(Stream.of(edge, Math.nextUp(edge), Math.nextDown(edge))
                .filter(Double::isFinite)
                .flatMap(value -> Stream.<Value>of(new Value.Real(value), new Value.Real(-value)))
                .toList());
    }

    @Test
    void otherValuesAtTheEdges() {
        requireRoundTrip(List.of(
                new Value.Null(),
                new Value.Int(0),
                new Value.Int((1L << 53) + 1),
                new Value.Int(Long.MIN_VALUE),
                new Value.Int(Long.MAX_VALUE),
                new Value.Text(""),
                new Value.Text("\0"),
                new Value.Text("a\0b"),
                new Value.Text("é😀\uffff\"\\/\b\f\n\r\t\u007f\u2028"),
                new Value.Text("x".repeat(3_000_000)),
                new Value.Blob(new byte[0]),
                new Value.Blob(new byte[1]),
                new Value.Blob(new byte[2]),
                new Value.Blob(new byte[3]),
                new Value.Blob(new byte[3_000_000])));
    }

    @Test
    void infinitiesKeepTheirSignInTheDatabase() {
        store(List.of(new Value.Real(Double.POSITIVE_INFINITY), new Value.Real(Double.NEGATIVE_INFINITY)));

        assertThat(run(List.of(Step.query("SELECT value, typeof(value), value > 0 FROM real_values ORDER BY id"))))
                .isEqualTo(List.of(
                        List.of(new Value.Infinite(), new Value.Text("real"), new Value.Int(1)),
                        List.of(new Value.Infinite(), new Value.Text("real"), new Value.Int(0))));
    }

    @Test
    void nanIsNull() {
        store(List.of(new Value.Real(Double.NaN)));

        assertThat(page(0)).isEqualTo(List.of(List.of(new Value.Null(), new Value.Text("null"))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void randomValues(long seed) {
        Random random = new Random(seed);
        // Of all bit patterns most are very large or very small; people write others.
        requireRandomRoundTrip(seed, () -> real(Double.longBitsToDouble(random.nextLong())));
        requireRandomRoundTrip(seed, () -> real(random.nextGaussian() * Math.pow(10, random.nextInt(240) - 120)));
        requireRandomRoundTrip(seed, () -> real(random.nextInt() / Math.pow(10, random.nextInt(12))));
        requireRandomRoundTrip(seed, () -> new Value.Int(random.nextLong() >> random.nextInt(64)));
        requireRandomRoundTrip(seed, () -> new Value.Text(text(random)));
        requireRandomRoundTrip(seed, () -> {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            return new Value.Blob(bytes);
        });
    }

    private static Value real(double value) {
        return new Value.Real(Double.isFinite(value) ? value : 0);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(20), 0, random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1)
                .filter(character -> character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void requireRandomRoundTrip(long seed, Supplier<Value> values) {
        try {
            requireRoundTrip(Stream.generate(values).limit(VALUES).toList());
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private void requireRoundTrip(List<Value> values) {
        store(values);
        for (int first = 0; first < values.size(); first += ROWS_OF_A_PAGE) {
            List<List<Value>> expected = values.subList(first, Math.min(first + ROWS_OF_A_PAGE, values.size())).stream()
                    .map(value -> List.of(value, new Value.Text(type(value))))
                    .toList();
            assertThat(page(first)).isEqualTo(expected);
        }
    }

    private static String type(Value value) {
        if (value instanceof Value.Int) {
            return "integer";
        }
        return value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Values and their types, as the server has them. */
    private List<List<Value>> page(int first) {
        return run(List.of(Step.query(
                "SELECT value, typeof(value) FROM real_values WHERE id >= ? AND id < ? ORDER BY id",
                new Value.Int(first),
                new Value.Int(first + ROWS_OF_A_PAGE))));
    }

    private void store(List<Value> values) {
        run(List.of(
                Step.statement("DROP TABLE IF EXISTS real_values"),
                Step.statement("CREATE TABLE real_values(id INTEGER PRIMARY KEY, value)")));
        List<Step> inserts = new ArrayList<>();
        for (int first = 0; first < values.size(); first += ROWS_OF_AN_INSERT) {
            inserts.add(insert(first, values.subList(first, Math.min(first + ROWS_OF_AN_INSERT, values.size()))));
        }
        for (List<Step> chunk : Hrana.chunks(inserts, Hrana::size)) {
            List<Step> transaction = new ArrayList<>(chunk);
            transaction.add(0, Step.statement("BEGIN IMMEDIATE"));
            transaction.add(Step.statement("COMMIT"));
            run(transaction);
        }
    }

    private static Step insert(int first, List<Value> values) {
        StringBuilder sql = new StringBuilder("INSERT INTO real_values VALUES ");
        List<Value> arguments = new ArrayList<>();
        for (int index = 0; index < values.size(); index++) {
            Expression expression = Hrana.expression(values.get(index));
            sql.append(index == 0 ? "(?, " : ", (?, ").append(expression.sql()).append(')');
            arguments.add(new Value.Int(first + index));
            arguments.addAll(expression.arguments());
        }
        return new Step(sql.toString(), arguments, false, Optional.empty());
    }

    /** Runs steps, which must all be done. The rows of the last. */
    private List<List<Value>> run(List<Step> steps) {
        List<Outcome> outcomes = client.write(steps).outcomes();
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
        return ((Outcome.Done) outcomes.get(outcomes.size() - 1)).rows();
    }
}
