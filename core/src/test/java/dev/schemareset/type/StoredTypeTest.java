package dev.schemareset.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.type.StoredType.Conversion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredTypeTest {

    @Test
    void primitiveIsAsItsBox() {
        assertThat(StoredType.of(int.class)).isPresent().isEqualTo(StoredType.of(Integer.class));
        assertThat(StoredType.of(void.class)).isEmpty();
        assertThat(StoredType.of(Object.class)).isEmpty();
    }

    static Stream<StoredType<?>> shownInQuotes() {
        return StoredType.all().stream().filter(type -> type.example().startsWith("'"));
    }

    @ParameterizedTest
    @MethodSource("shownInQuotes")
    void exampleIsAsAValueIsStored(StoredType<?> type) {
        String example = type.example();

        assertThat(type.isStoredAs(example.substring(1, example.length() - 1))).isTrue();
    }

    @Test
    void formThatIsReadButNeverStoredIsTold() {
        assertThat(isStoredAs(Instant.class, "2001-02-03 04:05:06")).isFalse();
        assertThat(isStoredAs(LocalDate.class, "2001-02-30")).isFalse();
        assertThat(isStoredAs(LocalDate.class, "+10000-01-01")).isFalse();
        assertThat(isStoredAs(Locale.class, "DE-ch")).isFalse();
        assertThat(isStoredAs(String.class, "\uD800")).isFalse();
        assertThat(isStoredAs(Long.class, "1")).isFalse();
        assertThat(isStoredAs(Double.class, "1.0")).isFalse();
    }

    /** When summer ends, clocks show an hour twice; the offset tells one from the other. */
    @Test
    void bothTimesOfAnOverlapComeBack() {
        List<ZonedDateTime> times = new ArrayList<>();
        for (String zone : ZoneId.getAvailableZoneIds()) {
            for (ZoneOffsetTransition change : changes(ZoneId.of(zone))) {
                if (change.isOverlap()) {
                    LocalDateTime twice = change.getDateTimeAfter();
                    times.add(ZonedDateTime.ofLocal(twice, ZoneId.of(zone), change.getOffsetBefore()));
                    times.add(ZonedDateTime.ofLocal(twice, ZoneId.of(zone), change.getOffsetAfter()));
                }
            }
        }

        assertThat(times)
                .hasSizeGreaterThan(10_000)
                .allSatisfy(
                        time -> assertThat(roundTrip(ZonedDateTime.class, time)).isEqualTo(time));
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        List<ZoneOffsetTransition> changes = new ArrayList<>(zone.getRules().getTransitions());
        Instant end = Instant.parse("2040-01-01T00:00:00Z");
        ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.parse("2030-01-01T00:00:00Z"));
        while (next != null && next.getInstant().isBefore(end)) {
            changes.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    @Test
    void zoneKeepsItsName() {
        LocalDateTime noon = LocalDateTime.of(2001, 2, 3, 12, 0);
        List<String> names = new ArrayList<>(ZoneId.getAvailableZoneIds());
        names.addAll(List.of(
                "Z", "UTC", "GMT", "UT", "GMT0", "UTC+1", "GMT+2", "UT-03:30", "UTC+01:02:03", "+18", "-00:00:01"));

        assertThat(names).allSatisfy(name -> {
            ZoneId zone = ZoneId.of(name);
            assertThat(roundTrip(ZoneId.class, zone)).isEqualTo(zone);
            assertThat(roundTrip(ZonedDateTime.class, noon.atZone(zone))).isEqualTo(noon.atZone(zone));
        });
        assertThat(stored(ZonedDateTime.class, noon.atZone(ZoneId.of("UTC"))))
                .isEqualTo("2001-02-03T12:00:00.000000000Z[UTC]");
        assertThat(stored(ZonedDateTime.class, noon.atZone(ZoneOffset.UTC)))
                .isEqualTo("2001-02-03T12:00:00.000000000Z");
    }

    @Test
    void localesOfTheSystemAreStored() {
        List<Locale> refused = Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> !isStored(locale))
                .toList();

        assertThat(refused).allSatisfy(locale -> assertThat(locale.getVariant()).isEqualTo("NY"));
    }

    /** Java 17 does not read what it writes for the least scale; Java 25 does. */
    @Test
    void decimalOfTheLeastScaleComesBackOrIsRefused() {
        BigDecimal decimal = new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE);
        Object outcome;
        try {
            outcome = roundTrip(BigDecimal.class, decimal);
        } catch (IllegalArgumentException e) {
            outcome = e.getMessage();
        }

        assertThat(outcome)
                .isIn(
                        decimal,
                        "'1E+2147483648' cannot be stored: read again, it would not be the BigDecimal that it was."
                                + " Nothing was written. Bind another, or text.");
    }

    private static boolean isStored(Locale locale) {
        try {
            return roundTrip(Locale.class, locale).equals(locale);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isStoredAs(Class<?> type, String text) {
        return StoredType.of(type).orElseThrow().isStoredAs(text);
    }

    private static <T> Object stored(Class<T> type, T value) {
        return conversion(type).store().apply(value);
    }

    /** As an Object: AssertJ takes two ZonedDateTimes for equal that are the same instant. */
    private static <T> Object roundTrip(Class<T> type, T value) {
        Conversion<T, String> conversion = conversion(type);
        return conversion.restore().apply(conversion.store().apply(value));
    }

    @SuppressWarnings("unchecked")
    private static <T> Conversion<T, String> conversion(Class<T> type) {
        return (Conversion<T, String>) StoredType.of(type).orElseThrow().conversion();
    }
}
