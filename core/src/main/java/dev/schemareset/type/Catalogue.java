package dev.schemareset.type;

import static dev.schemareset.model.ColumnType.BLOB;
import static dev.schemareset.model.ColumnType.INTEGER;
import static dev.schemareset.model.ColumnType.REAL;
import static dev.schemareset.model.ColumnType.TEXT;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.schemareset.model.ColumnType;
import dev.schemareset.model.DefaultValue.TimeFormat;
import dev.schemareset.type.StoredType.Conversion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
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
import java.time.temporal.ChronoField;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The types that can be columns, and how each is stored. */
final class Catalogue {

    static final List<StoredType<?>> ALL = List.of(
            text(String.class, "text in single quotes such as 'open'", Guards::storable, identity()),
            text(Character.class, "one character in single quotes such as 'a'", Texts::of, Texts::character),
            converted(
                    Boolean.class,
                    INTEGER,
                    "TRUE or FALSE",
                    new Conversion<>(Object.class, Numbers::ofFlag, Numbers::flag)),
            integer(Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE, Long::byteValue),
            integer(Short.class, Short.MIN_VALUE, Short.MAX_VALUE, Long::shortValue),
            integer(Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE, Long::intValue),
            integer(Long.class, Long.MIN_VALUE, Long.MAX_VALUE, identity()).withNow(TimeFormat.EPOCH_MILLIS),
            real(Float.class, Numbers::narrowed),
            real(Double.class, identity()),
            guarded(BigDecimal.class, "a number such as 0.50", BigDecimal::toString, BigDecimal::new),
            text(BigInteger.class, "an integer such as 50", BigInteger::toString, BigInteger::new),
            text(UUID.class, "'123e4567-e89b-12d3-a456-426614174000'", UUID::toString, Texts::uuid),
            converted(
                    byte[].class,
                    BLOB,
                    "bytes such as x'00ff'",
                    new Conversion<>(byte[].class, identity(), identity())),
            text(Instant.class, "'2001-02-03T04:05:06.000000000Z'", TimeText::format, TimeText::parseInstant)
                    .withNow(TimeFormat.INSTANT),
            text(LocalDate.class, "'2001-02-03'", TimeText::format, TimeText::parseLocalDate)
                    .withNow(TimeFormat.LOCAL_DATE),
            text(LocalDateTime.class, "'2001-02-03T04:05:06.000000000'", TimeText::format, TimeText::parseLocalDateTime)
                    .withNow(TimeFormat.LOCAL_DATE_TIME),
            text(LocalTime.class, "'04:05:06.000000000'", TimeText::format, TimeText::parseLocalTime)
                    .withNow(TimeFormat.LOCAL_TIME),
            text(
                            OffsetDateTime.class,
                            "'2001-02-03T04:05:06.000000000+01:00'",
                            TimeText::format,
                            TimeText::parseOffsetDateTime)
                    .withNow(TimeFormat.INSTANT),
            text(
                            ZonedDateTime.class,
                            "'2001-02-03T04:05:06.000000000+01:00[Europe/Berlin]'",
                            TimeText::format,
                            TimeText::parseZonedDateTime)
                    .withNow(TimeFormat.INSTANT),
            text(OffsetTime.class, "'04:05:06.000000000+01:00'", TimeText::format, TimeText::parseOffsetTime)
                    .withNow(TimeFormat.OFFSET_TIME),
            year().withNow(TimeFormat.YEAR),
            text(YearMonth.class, "'2001-02'", TimeText::format, YearMonth::parse)
                    .withNow(TimeFormat.YEAR_MONTH),
            text(MonthDay.class, "'--02-03'", MonthDay::toString, MonthDay::parse)
                    .withNow(TimeFormat.MONTH_DAY),
            text(Duration.class, "'PT1H30M'", Duration::toString, Duration::parse),
            text(Period.class, "'P1Y2M3D'", Period::toString, Period::parse),
            text(ZoneOffset.class, "'+01:00'", ZoneOffset::getId, ZoneOffset::of),
            // After ZoneOffset, so that it binds offsets too: in a batch of both, the first stands for all.
            text(ZoneId.class, "'Europe/Berlin'", ZoneId::getId, ZoneId::of),
            guarded(URI.class, "'https://example.org'", URI::toString, URI::create),
            text(
                    URL.class,
                    "'https://example.org'",
                    Guards.storable(URL.class, URL::toExternalForm, Texts::url, Texts::isSame),
                    Texts::url),
            guarded(Path.class, "'data/file.txt'", Path::toString, Path::of),
            guarded(Locale.class, "'de-CH'", Locale::toLanguageTag, Texts::locale),
            text(Currency.class, "'EUR'", Currency::getCurrencyCode, Currency::getInstance));

    static final Map<Class<?>, StoredType<?>> BY_CLASS = ALL.stream().collect(toMap(StoredType::javaType, identity()));

    private Catalogue() {}

    private static <T extends Number> StoredType<T> integer(
            Class<T> type, long least, long greatest, Function<Long, T> narrow) {
        Function<Long, T> restore = number -> narrow.apply(Numbers.within(least, greatest, number));
        return converted(
                type, INTEGER, integers(least, greatest), new Conversion<>(Long.class, Number::longValue, restore));
    }

    private static <T extends Number> StoredType<T> real(Class<T> type, Function<Double, T> narrow) {
        return converted(type, REAL, "a number such as 0.5", new Conversion<>(Double.class, Numbers::storable, narrow));
    }

    private static StoredType<Year> year() {
        return converted(
                Year.class,
                INTEGER,
                integers(Year.MIN_VALUE, Year.MAX_VALUE),
                new Conversion<>(
                        Long.class,
                        year -> (long) year.getValue(),
                        number -> Year.of(ChronoField.YEAR.checkValidIntValue(number))));
    }

    private static <T> StoredType<T> text(
            Class<T> type, String example, Function<T, String> store, Function<String, T> restore) {
        return converted(type, TEXT, example, new Conversion<>(String.class, store, restore));
    }

    /** A type whose text does not bring back each of its values. */
    private static <T> StoredType<T> guarded(
            Class<T> type, String example, Function<T, String> store, Function<String, T> restore) {
        return text(type, example, Guards.storable(type, store, restore, Object::equals), restore);
    }

    private static <T> StoredType<T> converted(
            Class<T> type, ColumnType columnType, String example, Conversion<T, ?> conversion) {
        return new StoredType<>(type, columnType, example, conversion, Optional.empty());
    }

    private static String integers(long least, long greatest) {
        return "an integer from " + least + " to " + greatest;
    }
}
