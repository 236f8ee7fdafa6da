package golden.defaults;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

@Table
public record Setting(
        @PrimaryKey Long id,
        @Default("0") int number,
        @Default("TRUE") boolean flag,
        @Default("-1.5e3") double ratio,
        @Default("'it''s'") String text,
        @Default("1.50") BigDecimal amount,
        @Default("x'00FF'") byte[] bytes,
        @Default("NULL") Optional<String> nothing,
        @Default("(lower(hex(randomblob(8))))") String token,
        @DefaultNow Instant instant,
        @DefaultNow LocalDateTime localDateTime,
        @DefaultNow LocalDate localDate,
        @DefaultNow LocalTime localTime,
        @DefaultNow long epochMillis,
        @DefaultNow OffsetDateTime offsetDateTime,
        @DefaultNow ZonedDateTime zonedDateTime,
        @DefaultNow OffsetTime offsetTime,
        @DefaultNow Year year,
        @DefaultNow YearMonth yearMonth,
        @DefaultNow MonthDay monthDay,
        @Default("123456789012345678901") BigInteger bigInteger,
        @Default("1999") Year fixedYear,
        @Default("'PT1H'") Duration duration,
        @Default("'Europe/Berlin'") ZoneId zone,
        @Default("CURRENT_TIMESTAMP") String timestamp) {}
