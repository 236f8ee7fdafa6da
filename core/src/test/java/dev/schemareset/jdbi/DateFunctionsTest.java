package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.type.StoredType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which of the stored times SQLite's date functions understand. */
class DateFunctionsTest {

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2001-02-03T04:05:06.789+01:00");

    private final Handle handle = Jdbi.create("jdbc:sqlite::memory:")
            .installPlugin(new SchemaResetPlugin())
            .open();

    @AfterEach
    void close() {
        handle.close();
    }

    @Test
    void whatIsUnderstoodIsUnderstoodRightly() {
        assertThat(understood(TIME.toInstant())).isEqualTo("2001-02-03 03:05:06.789");
        assertThat(understood(TIME)).isEqualTo("2001-02-03 03:05:06.789");
        assertThat(understood(TIME.toZonedDateTime())).isEqualTo("2001-02-03 03:05:06.789");
        assertThat(understood(TIME.toLocalDateTime())).isEqualTo("2001-02-03 04:05:06.789");
        assertThat(understood(TIME.toLocalDate())).isEqualTo("2001-02-03 00:00:00.000");
        assertThat(understood(TIME.toLocalTime())).isEqualTo("2000-01-01 04:05:06.789");
        assertThat(understood(TIME.toOffsetTime())).isEqualTo("2000-01-01 03:05:06.789");
    }

    @Test
    void aZoneAndPartsOfDatesAreNotUnderstood() {
        assertThat(understood(ZonedDateTime.parse("2001-02-03T04:05:06+01:00[Europe/Berlin]")))
                .isNull();
        assertThat(understood(YearMonth.from(TIME))).isNull();
        assertThat(understood(MonthDay.from(TIME))).isNull();
        assertThat(understood(OffsetDateTime.parse("2001-02-03T04:05:06+01:02:03")))
                .isNull();
        assertThat(understood(OffsetDateTime.parse("2001-02-03T04:05:06+15:00")))
                .isNull();
        assertThat(understood(OffsetDateTime.parse("2001-02-03T04:05:06-14:00")))
                .isEqualTo("2001-02-03 18:05:06.000");
        assertThat(understood(Year.from(TIME)))
                .as("taken for the number of a day")
                .isEqualTo("-4707-05-17 12:00:00.000");
    }

    /** The types of time, each named beside what the documentation says of it. */
    @Test
    void documentationSaysWhichAreUnderstood() throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "types.md"))).contains("""
                | `Instant`, `LocalDate`, `LocalDateTime`, `LocalTime` | understand it |
                | `OffsetDateTime`, `OffsetTime`, `ZonedDateTime` without the name of a zone \
                | understand an offset of whole minutes up to 14 hours |
                | `ZonedDateTime` with the name of a zone, `YearMonth`, `MonthDay` | do not understand it |
                | `Year` | take it for the number of a day |
                """);
        List<Class<?>> told = List.of(
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                LocalTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class,
                OffsetTime.class,
                Year.class,
                YearMonth.class,
                MonthDay.class,
                Long.class);
        assertThat(StoredType.all().stream()
                        .filter(type -> type.now().isPresent())
                        .<Class<?>>map(StoredType::javaType))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    private String understood(Object time) {
        return handle.select("SELECT strftime('%Y-%m-%d %H:%M:%f', ?)", time)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }
}
