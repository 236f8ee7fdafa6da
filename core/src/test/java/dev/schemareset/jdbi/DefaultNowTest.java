package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.type.StoredType;
import java.lang.reflect.RecordComponent;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The times that SQLite fills in. */
class DefaultNowTest {

    @TempDir
    private Path directory;

    @Table
    public record Stamp(
            @PrimaryKey long id,
            @DefaultNow Instant instant,
            @DefaultNow LocalDateTime localDateTime,
            @DefaultNow LocalDate localDate,
            @DefaultNow LocalTime localTime,
            @DefaultNow OffsetDateTime offsetDateTime,
            @DefaultNow ZonedDateTime zonedDateTime,
            @DefaultNow OffsetTime offsetTime,
            @DefaultNow Year year,
            @DefaultNow YearMonth yearMonth,
            @DefaultNow MonthDay monthDay,
            @DefaultNow Long millis) {

        static Stamp of(long id, Instant instant) {
            OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
            return new Stamp(
                    id,
                    instant,
                    time.toLocalDateTime(),
                    time.toLocalDate(),
                    time.toLocalTime(),
                    time,
                    time.toZonedDateTime(),
                    time.toOffsetTime(),
                    Year.from(time),
                    YearMonth.from(time),
                    MonthDay.from(time),
                    instant.toEpochMilli());
        }
    }

    @Test
    void everyTypeThatHoldsATimeIsTested() {
        Stream<Class<?>> tested =
                Arrays.stream(Stamp.class.getRecordComponents()).skip(1).map(RecordComponent::getType);
        List<Class<?>> types = StoredType.all().stream()
                .filter(type -> type.now().isPresent())
                .<Class<?>>map(StoredType::javaType)
                .toList();

        assertThat(tested).containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void hasTheFormatOfABoundValue() {
        SchemaReset reset = SchemaReset.forModels(Stamp.class).database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        Instant before = Instant.now();
        try (Handle handle = reset.jdbi().open()) {
            handle.execute("INSERT INTO stamp(id) VALUES (1)");
            Stamp stamp =
                    handle.createQuery("SELECT * FROM stamp").mapTo(Stamp.class).one();

            assertThat(stamp.instant()).isBetween(before.minusMillis(1), Instant.now());
            assertThat(stamp).isEqualTo(Stamp.of(1, stamp.instant()));

            handle.createUpdate("INSERT INTO stamp VALUES (2, :instant, :localDateTime, :localDate, :localTime,"
                            + " :offsetDateTime, :zonedDateTime, :offsetTime, :year, :yearMonth, :monthDay, :millis)")
                    .bindMethods(stamp)
                    .execute();
            assertThat(handle.createQuery("SELECT DISTINCT instant, local_date_time, local_date, local_time,"
                                    + " offset_date_time, zoned_date_time, offset_time, year, year_month, month_day, millis"
                                    + " FROM stamp")
                            .mapToMap()
                            .list())
                    .as("what SQLite wrote and what was bound")
                    .hasSize(1);
        }
    }
}
