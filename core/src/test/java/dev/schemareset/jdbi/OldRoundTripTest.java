package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every value comes back as it went in. */
class OldRoundTripTest {

    private static final long SEED = 20_261_123;

    /** The names of the components, as bindMethods knows them, in the order of the columns. */
    private static final String INSERT = """
            INSERT INTO sample VALUES (:id, :text, :letter, :flag, :tiny, :small, :number, :big, :single, :real,
              :amount, :uuid, :state, :instant, :date, :dateTime, :time, :maybe, :maybeInstant)""";

    @TempDir
    private Path directory;

    private SchemaReset reset;
    private Jdbi jdbi;

    /** Each type but byte[], whose equality is not that of its bytes. */
    @Table
    public record Sample(
            @PrimaryKey long id,
            String text,
            char letter,
            boolean flag,
            byte tiny,
            short small,
            int number,
            long big,
            float single,
            double real,
            BigDecimal amount,
            UUID uuid,
            Thread.State state,
            Instant instant,
            LocalDate date,
            LocalDateTime dateTime,
            LocalTime time,
            Optional<String> maybe,
            Optional<Instant> maybeInstant) {}

    /** The times that SQLite fills in. */
    @Table
    public record Stamp(
            @PrimaryKey long id,
            @DefaultNow Instant instant,
            @DefaultNow LocalDateTime dateTime,
            @DefaultNow LocalDate date,
            @DefaultNow LocalTime time,
            @DefaultNow long millis) {}

    /** Bytes. */
    @Table
    public record Bytes(@PrimaryKey long id, byte[] content) {}

    @BeforeEach
    void database() {
        reset = SchemaReset.forModels(Sample.class, Stamp.class, Bytes.class).database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        jdbi = reset.jdbi();
    }

    @Test
    void recordsComeBackEqual() {
        List<Sample> samples = samples();

        try (Handle handle = jdbi.open()) {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            samples.forEach(sample -> batch.bindMethods(sample).add());
            batch.execute();

            assertThat(handle.createQuery("SELECT * FROM sample ORDER BY id")
                            .mapTo(Sample.class)
                            .list())
                    .as("seed %d", SEED)
                    .isEqualTo(samples);
        }
    }

    @Test
    void singleValuesComeBackEqual() {
        for (Sample sample : samples().subList(0, 50)) {
            assertReturns(Instant.class, sample.instant());
            assertReturns(LocalDate.class, sample.date());
            assertReturns(LocalDateTime.class, sample.dateTime());
            assertReturns(LocalTime.class, sample.time());
            assertReturns(BigDecimal.class, sample.amount());
            assertReturns(UUID.class, sample.uuid());
            assertReturns(Thread.State.class, sample.state());
        }
    }

    private <T> void assertReturns(Class<T> type, T value) {
        T bound = jdbi.withHandle(handle -> handle.createQuery("SELECT :value")
                .bind("value", value)
                .mapTo(type)
                .one());
        T boundAsObject = jdbi.withHandle(handle -> handle.createQuery("SELECT :value")
                .bindByType("value", value, Object.class)
                .mapTo(type)
                .one());
        assertThat(List.of(bound, boundAsObject)).as("seed %d", SEED).containsOnly(value);
    }

    @Test
    void nullIsNull() {
        Instant none = null;
        try (Handle handle = jdbi.open()) {
            String type = handle.createQuery("SELECT typeof(:value)")
                    .bindByType("value", none, Instant.class)
                    .mapTo(String.class)
                    .one();
            Optional<Instant> read =
                    handle.createQuery("SELECT NULL").mapTo(Instant.class).findOne();

            assertThat(type).isEqualTo("null");
            assertThat(read).isEmpty();
        }
    }

    @Test
    void textSortsInTheOrderOfTime() {
        List<Sample> samples = samples();

        try (Handle handle = jdbi.open()) {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            samples.forEach(sample -> batch.bindMethods(sample).add());
            batch.execute();

            assertThat(handle.createQuery("SELECT instant FROM sample ORDER BY instant")
                            .mapTo(Instant.class)
                            .list())
                    .isSorted();
            assertThat(handle.createQuery("SELECT date_time FROM sample ORDER BY date_time")
                            .mapTo(LocalDateTime.class)
                            .list())
                    .isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(handle.createQuery("SELECT time FROM sample ORDER BY time")
                            .mapTo(LocalTime.class)
                            .list())
                    .isSorted();
            assertThat(handle.createQuery(
                                    "SELECT count(*) FROM sample WHERE julianday(instant) IS NULL"
                                            + " OR julianday(date_time) IS NULL OR julianday(date) IS NULL OR julianday(time) IS NULL")
                            .mapTo(int.class)
                            .one())
                    .as("times that SQLite does not understand")
                    .isZero();
        }
    }

    @Test
    void defaultNowHasTheFormatOfABoundValue() {
        Instant before = Instant.now();
        try (Handle handle = jdbi.open()) {
            handle.execute("INSERT INTO stamp(id) VALUES (1)");
            Stamp stamp =
                    handle.createQuery("SELECT * FROM stamp").mapTo(Stamp.class).one();
            Instant after = Instant.now();

            assertThat(stamp.instant()).isBetween(before.minusMillis(1), after);
            assertThat(stamp.millis()).isEqualTo(stamp.instant().toEpochMilli());
            assertThat(stamp.dateTime()).isEqualTo(LocalDateTime.ofInstant(stamp.instant(), ZoneOffset.UTC));
            assertThat(stamp.date()).isEqualTo(stamp.dateTime().toLocalDate());
            assertThat(stamp.time()).isEqualTo(stamp.dateTime().toLocalTime());

            handle.createUpdate("INSERT INTO stamp VALUES (2, :instant, :dateTime, :date, :time, :millis)")
                    .bindMethods(stamp)
                    .execute();
            assertThat(handle.createQuery("SELECT DISTINCT instant, date_time, date, time, millis FROM stamp")
                            .mapToMap()
                            .list())
                    .as("what SQLite wrote and what was bound")
                    .hasSize(1);
        }
    }

    @Test
    void bytesComeBackEqual() {
        byte[] content = new byte[100_000];
        new Random(SEED).nextBytes(content);

        try (Handle handle = jdbi.open()) {
            handle.createUpdate("INSERT INTO bytes VALUES (:id, :content)")
                    .bindMethods(new Bytes(1, content))
                    .execute();
            assertThat(handle.createQuery("SELECT * FROM bytes")
                            .mapTo(Bytes.class)
                            .one()
                            .content())
                    .isEqualTo(content);
        }
    }

    @Test
    void timesThatSqliteWroteAreRead() {
        assertThat(read("2001-02-03 04:05:06", Instant.class)).isEqualTo("2001-02-03T04:05:06Z");
        assertThat(read("2001-02-03T04:05:06.7Z", Instant.class)).isEqualTo("2001-02-03T04:05:06.700Z");
        assertThat(read("2001-02-03 04:05", LocalDateTime.class)).isEqualTo("2001-02-03T04:05:00");
        assertThat(read("04:05:06", LocalTime.class)).isEqualTo("04:05:06");
    }

    @Test
    void textThatIsNoTimeIsTold() {
        assertThatThrownBy(() -> read("yesterday", Instant.class))
                .rootCause()
                .hasMessage("Text 'yesterday' could not be parsed at index 0");
        assertThatThrownBy(() -> read("yesterday", Instant.class))
                .cause()
                .hasMessage("The column \"value\" holds 'yesterday', which is no Instant. The row is as it was.");
    }

    @Test
    void textThatIsNoNumberIsTold() {
        assertThatThrownBy(() -> read("1,5", BigDecimal.class))
                .cause()
                .hasMessage("The column \"value\" holds '1,5', which is no BigDecimal. The row is as it was.");
        assertThatThrownBy(() -> read("1-2", UUID.class))
                .cause()
                .hasMessage("The column \"value\" holds '1-2', which is no UUID. The row is as it was.");
    }

    @Test
    void yearThatSqliteDoesNotKnowIsRefused() {
        for (LocalDate date : List.of(LocalDate.of(10_000, 1, 1), LocalDate.of(-1, 12, 31))) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.createQuery("SELECT :value")
                            .bind("value", date)
                            .mapTo(LocalDate.class)
                            .one()))
                    .hasMessage("The year of " + date
                            + " cannot be stored: SQLite's dates know the years 0000 to 9999. Nothing was written.");
        }
    }

    private <T> T read(String text, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT :text AS value")
                .bind("text", text)
                .mapTo(type)
                .one());
    }

    private static List<Sample> samples() {
        Random random = new Random(SEED);
        List<Sample> samples = new ArrayList<>(List.of(least(), greatest()));
        while (samples.size() < 500) {
            samples.add(sample(samples.size(), random));
        }
        return samples;
    }

    private static Sample least() {
        return new Sample(
                0,
                "",
                '\0',
                false,
                Byte.MIN_VALUE,
                Short.MIN_VALUE,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                -Float.MAX_VALUE,
                -Double.MAX_VALUE,
                new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE + 20),
                new UUID(0, 0),
                Thread.State.NEW,
                Instant.parse("0000-01-01T00:00:00Z"),
                LocalDate.of(0, 1, 1),
                LocalDateTime.of(0, 1, 1, 0, 0),
                LocalTime.MIN,
                Optional.empty(),
                Optional.empty());
    }

    private static Sample greatest() {
        return new Sample(
                1,
                "\uD83D\uDE00 it's \"quoted\" \u0000 NUL",
                '\uFFFD',
                true,
                Byte.MAX_VALUE,
                Short.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Float.MIN_VALUE,
                Double.MIN_VALUE,
                new BigDecimal("-0.00"),
                new UUID(-1, -1),
                Thread.State.TERMINATED,
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                LocalDate.of(9999, 12, 31),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999),
                LocalTime.MAX,
                Optional.of(""),
                Optional.of(Instant.parse("1883-11-18T12:03:58.000000001Z")));
    }

    private static Sample sample(int id, Random random) {
        LocalDateTime dateTime = LocalDateTime.of(0, 1, 1, 0, 0)
                .plusSeconds((long) (random.nextDouble() * 315_537_897_599L))
                .withNano(random.nextInt(1_000_000_000));
        return new Sample(
                id,
                random.ints(random.nextInt(20), 1, 0xD800)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString(),
                (char) random.nextInt(0xD800),
                random.nextBoolean(),
                (byte) random.nextInt(),
                (short) random.nextInt(),
                random.nextInt(),
                random.nextLong(),
                random.nextFloat(),
                Double.longBitsToDouble(random.nextLong() & 0x7FEF_FFFF_FFFF_FFFFL),
                new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(100) - 50),
                new UUID(random.nextLong(), random.nextLong()),
                random.nextBoolean() ? Thread.State.BLOCKED : Thread.State.TIMED_WAITING,
                dateTime.toInstant(ZoneOffset.UTC),
                dateTime.toLocalDate(),
                dateTime,
                dateTime.toLocalTime(),
                random.nextBoolean() ? Optional.empty() : Optional.of("x"),
                random.nextBoolean() ? Optional.empty() : Optional.of(dateTime.toInstant(ZoneOffset.UTC)));
    }
}
