package dev.schemareset.jdbi;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Values of each type that can be a column.
 *
 * @param type the type
 * @param random makes any value
 * @param extremes values at the edge of what can be stored
 */
record Samples<T>(Class<T> type, Function<Random, T> random, List<T> extremes) {

    static final long SEED = 20_261_123;

    private static final int RANDOM_VALUES = 1_000;

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> Samples<T> of(Class<T> type, Function<Random, T> random, T... extremes) {
        return new Samples<>(type, random, List.of(extremes));
    }

    /** All types, with boxes for primitives. */
    static List<Samples<?>> all() {
        return List.of(
                of(String.class, AnyValue::text, "", "\uD83D\uDE00 it's \"quoted\" \u0000 NUL", "\uFFFF\uDBFF\uDFFF"),
                of(Character.class, AnyValue::character, '\0', '\'', '\uD7FF', '\uE000', '\uFFFF'),
                of(Boolean.class, Random::nextBoolean, true, false),
                of(Byte.class, r -> (byte) r.nextInt(), Byte.MIN_VALUE, (byte) 0, Byte.MAX_VALUE),
                of(Short.class, r -> (short) r.nextInt(), Short.MIN_VALUE, (short) 0, Short.MAX_VALUE),
                of(Integer.class, Random::nextInt, Integer.MIN_VALUE, 0, Integer.MAX_VALUE),
                of(Long.class, Random::nextLong, Long.MIN_VALUE, 0L, 1L << 53, Long.MAX_VALUE),
                of(
                        Float.class,
                        AnyValue::single,
                        0f,
                        0.1f,
                        Float.MIN_VALUE,
                        -Float.MIN_NORMAL,
                        Float.MAX_VALUE,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY),
                of(
                        Double.class,
                        AnyValue::number,
                        0d,
                        0.1,
                        Double.MIN_VALUE,
                        -Double.MIN_NORMAL,
                        Double.MAX_VALUE,
                        0x1p63,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY),
                of(
                        BigDecimal.class,
                        r -> new BigDecimal(AnyValue.integer(r), r.nextInt(200) - 100),
                        BigDecimal.ZERO,
                        new BigDecimal("0.00"),
                        new BigDecimal("0E+9"),
                        new BigDecimal("-1.50"),
                        new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE),
                        new BigDecimal(BigInteger.ONE, -Integer.MAX_VALUE)),
                of(
                        BigInteger.class,
                        AnyValue::integer,
                        BigInteger.ZERO,
                        BigInteger.TEN.pow(1_000).negate()),
                of(UUID.class, r -> new UUID(r.nextLong(), r.nextLong()), new UUID(0, 0), new UUID(-1, -1)),
                of(byte[].class, AnyValue::bytes, new byte[0], new byte[] {0, -1}, new byte[100_000]),
                of(Thread.State.class, r -> AnyValue.of(r, List.of(Thread.State.values())), Thread.State.values()),
                of(
                        Instant.class,
                        r -> AnyValue.dateTime(r).toInstant(ZoneOffset.UTC),
                        Instant.parse("0000-01-01T00:00:00Z"),
                        Instant.EPOCH,
                        Instant.parse("9999-12-31T23:59:59.999999999Z")),
                of(
                        LocalDate.class,
                        r -> AnyValue.dateTime(r).toLocalDate(),
                        LocalDate.of(0, 1, 1),
                        LocalDate.of(0, 2, 29),
                        LocalDate.of(9999, 12, 31)),
                of(LocalDateTime.class, AnyValue::dateTime, AnyValue.FIRST, AnyValue.LAST),
                of(
                        LocalTime.class,
                        r -> AnyValue.dateTime(r).toLocalTime(),
                        LocalTime.MIN,
                        LocalTime.NOON,
                        LocalTime.MAX),
                of(
                        OffsetDateTime.class,
                        r -> AnyValue.dateTime(r).atOffset(AnyValue.offset(r)),
                        AnyValue.FIRST.atOffset(ZoneOffset.MAX),
                        AnyValue.FIRST.atOffset(ZoneOffset.UTC),
                        AnyValue.LAST.atOffset(ZoneOffset.MIN)),
                of(
                        ZonedDateTime.class,
                        r -> AnyValue.dateTime(r).atZone(AnyValue.zone(r)),
                        AnyValue.FIRST.atZone(ZoneOffset.MAX),
                        AnyValue.LAST.atZone(ZoneId.of("UT-18")),
                        AnyValue.FIRST.plusDays(1).atZone(ZoneId.of("Europe/Berlin")),
                        AnyValue.LAST.atZone(ZoneId.of("UTC"))),
                of(
                        OffsetTime.class,
                        r -> AnyValue.dateTime(r).toLocalTime().atOffset(AnyValue.offset(r)),
                        OffsetTime.MIN,
                        OffsetTime.MAX,
                        LocalTime.NOON.atOffset(ZoneOffset.UTC)),
                of(
                        Year.class,
                        r -> Year.of(r.nextInt(2_000_000_000) - 1_000_000_000 + 1),
                        Year.of(Year.MIN_VALUE),
                        Year.of(0),
                        Year.of(Year.MAX_VALUE)),
                of(
                        YearMonth.class,
                        r -> YearMonth.from(AnyValue.dateTime(r)),
                        YearMonth.of(0, 1),
                        YearMonth.of(9999, 12)),
                of(
                        MonthDay.class,
                        r -> MonthDay.from(AnyValue.dateTime(r)),
                        MonthDay.of(1, 1),
                        MonthDay.of(2, 29),
                        MonthDay.of(12, 31)),
                of(
                        Duration.class,
                        r -> Duration.ofSeconds(r.nextLong() >> r.nextInt(64), r.nextInt(1_000_000_000)),
                        Duration.ZERO,
                        Duration.ofNanos(-1),
                        Duration.ofMillis(-1_500),
                        Duration.ofSeconds(Long.MIN_VALUE),
                        Duration.ofSeconds(Long.MIN_VALUE, 1),
                        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
                of(
                        Period.class,
                        r -> Period.of(r.nextInt(), r.nextInt() >> r.nextInt(32), r.nextInt(60) - 30),
                        Period.ZERO,
                        Period.of(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE),
                        Period.of(Integer.MAX_VALUE, 0, -1)),
                of(
                        ZoneId.class,
                        AnyValue::zone,
                        ZoneOffset.MIN,
                        ZoneOffset.UTC,
                        ZoneId.of("UTC"),
                        ZoneId.of("GMT+2"),
                        ZoneId.of("UT"),
                        ZoneId.of("GMT0"),
                        ZoneId.of("America/Argentina/ComodRivadavia")),
                of(
                        ZoneOffset.class,
                        AnyValue::offset,
                        ZoneOffset.MIN,
                        ZoneOffset.UTC,
                        ZoneOffset.ofHours(5),
                        ZoneOffset.ofTotalSeconds(-1),
                        ZoneOffset.MAX),
                of(
                        URI.class,
                        AnyValue::uri,
                        URI.create(""),
                        URI.create("mailto:a@example.org"),
                        URI.create("../a%20b?c#"),
                        URI.create("http://[::1]:80/\u00E4\uD83D\uDE00")),
                of(
                        URL.class,
                        r -> AnyValue.url("https://" + AnyValue.uri(r)),
                        AnyValue.url("file:/"),
                        AnyValue.url("jar:file:/a.jar!/b"),
                        AnyValue.url("http://nowhere.invalid:8080/a b?c#d")),
                of(Path.class, AnyValue::path, Path.of(""), Path.of("/"), Path.of(".."), Path.of("a b", "'c'")),
                of(
                        Locale.class,
                        AnyValue::locale,
                        Locale.ROOT,
                        Locale.GERMANY,
                        new Locale("ja", "JP", "JP"),
                        Locale.forLanguageTag("zh-Hant-TW-u-co-pinyin-x-private")),
                of(Currency.class, r -> AnyValue.of(r, AnyValue.CURRENCIES), Currency.getInstance("EUR")));
    }

    /** All types, and primitives as what they are. */
    static Stream<Samples<?>> allAndPrimitives() {
        return Stream.concat(
                all().stream(),
                all().stream().map(Samples::ofPrimitive).filter(s -> s.type().isPrimitive()));
    }

    /** The extremes, then random values. */
    List<T> values() {
        List<T> values = new ArrayList<>(extremes);
        Random seeded = new Random(SEED);
        while (values.size() < extremes.size() + RANDOM_VALUES) {
            values.add(random.apply(seeded));
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private Samples<T> ofPrimitive() {
        return new Samples<>((Class<T>) MethodType.methodType(type).unwrap().returnType(), random, extremes);
    }

    /** Arrays are equal by their content; the equality of URLs asks the network. */
    static Object comparable(Object value) {
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        return value instanceof URL url ? url.toExternalForm() : value;
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
