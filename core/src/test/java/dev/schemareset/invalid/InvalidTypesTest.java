package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Types that no column can hold, and contradictions about null. */
class InvalidTypesTest extends InvalidModels {

    private static final String SUPPORTED =
            "use one of String, Character, Boolean, Byte, Short, Integer, Long, Float, Double, BigDecimal, BigInteger, UUID, byte[],"
                    + " Instant, LocalDate, LocalDateTime, LocalTime, OffsetDateTime, ZonedDateTime, OffsetTime, Year, YearMonth,"
                    + " MonthDay, Duration, Period, ZoneOffset, ZoneId, URI, URL, Path, Locale, Currency, an enum, a primitive,"
                    + " or Optional of one of them; or keep it as JSON with Jdbi's @Json; or name the type with"
                    + " @Column(type = \"...\") and register an argument and a mapper of your own with Jdbi.";

    @Table
    record Generic(@PrimaryKey Long id, Optional<List<String>> names) {}

    @Test
    void unsupportedTypeInsideOptional() {
        assertThat(errorOf(Generic.class).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo(here + "Generic.names");
            assertThat(problem.what())
                    .isEqualTo(
                            "the type java.util.Optional<java.util.List<java.lang.String>> has no SQLite column type.");
        });
    }

    static final class LocalDate {}

    static final class MyDate extends java.util.Date {
        private static final long serialVersionUID = 1L;
    }

    @Table
    @SuppressWarnings("JavaUtilDate")
    record Legacy2(
            @PrimaryKey Long id,
            java.util.Date created,
            java.sql.Timestamp updated,
            MyDate own,
            java.sql.Date day,
            java.sql.Time time,
            Optional<java.util.Calendar> next,
            LocalDate ofAnotherLibrary,
            AtomicInteger count,
            CharSequence text,
            int[] numbers,
            List<String> names,
            Map<String, String> pairs,
            Thread thread,
            Object object) {}

    @Test
    void whatToUseInsteadOfWhichType() {
        assertThat(errorOf(Legacy2.class).problems())
                .extracting(problem -> problem.where().replace(here + "Legacy2.", "") + ": " + problem.fix())
                .containsExactly(
                        "created: use Instant.",
                        "updated: use Instant.",
                        "own: use Instant.",
                        "day: use LocalDate.",
                        "time: use LocalTime.",
                        "next: use Instant, or ZonedDateTime with its zone.",
                        "ofAnotherLibrary: use java.time.LocalDate.",
                        "count: use int.",
                        "text: use String.",
                        "numbers: keep it as JSON with Jdbi's @Json, or each element as a row of another model.",
                        "names: keep it as JSON with Jdbi's @Json, or each element as a row of another model.",
                        "pairs: keep it as JSON with Jdbi's @Json, or each element as a row of another model.",
                        "thread: " + SUPPORTED,
                        "object: " + SUPPORTED);
    }

    @Test
    void supportedTypesAreListedOnce() {
        assertThat(errorOf(Legacy2.class).getMessage())
                .containsOnlyOnce("OffsetDateTime")
                .containsOnlyOnce("Fix: use Instant.\n")
                .contains("""
                        .thread: the type java.lang.Thread has no SQLite column type.
                        - %sLegacy2.object: the type java.lang.Object has no SQLite column type.
                          Fix: use one of""".formatted(here));
    }

    enum Nothing {}

    @Table
    record WithEmptyEnum(@PrimaryKey Long id, Nothing nothing) {}

    @Test
    void enumWithoutConstants() {
        assertProblem(
                SchemaReset.forModels(WithEmptyEnum.class),
                here + "WithEmptyEnum.nothing",
                "the enum " + here + "Nothing has no constants, so no value could be stored.",
                "give it constants.");
    }

    @Table
    @SuppressWarnings("NullablePrimitive")
    record NullPrimitive(
            @PrimaryKey Long id, @Legacy.Nullable int count) {}

    /** An annotation as older libraries have it: on declarations, not on types. */
    static final class Legacy {
        @interface Nullable {}
    }

    @Test
    void nullablePrimitive() {
        assertProblem(
                SchemaReset.forModels(NullPrimitive.class),
                here + "NullPrimitive.count",
                "it is @Nullable, and int cannot be null.",
                "use Integer, or remove @Nullable.");
    }

    @Table
    @SuppressWarnings("NullableOptional")
    record DoublyNull(@PrimaryKey Long id, @Nullable Optional<String> name) {}

    @Test
    void optionalAndNullable() {
        assertProblem(
                SchemaReset.forModels(DoublyNull.class),
                here + "DoublyNull.name",
                "it is Optional and @Nullable at once.",
                "keep Optional, and remove @Nullable.");
    }
}
