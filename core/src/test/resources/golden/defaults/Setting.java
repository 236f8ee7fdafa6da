package golden.defaults;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
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
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

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
        @Default("1e3") BigDecimal canonical,
        @Default("+18446744073709551616") BigInteger large,
        @Default("'123e4567-e89b-12d3-a456-426614174000'") UUID uuid,
        @Default("'2001-02-03T04:05:06.000000000+01:00[Europe/Berlin]'") ZonedDateTime zoned,
        @Default("2001") Year since,
        @Default("'PT1H30M'") Duration duration,
        @Default("'de-CH'") Locale locale,
        @Default("'https://example.org/?q=''a'") URI uri,
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
        @DefaultNow long epochMillis) {}
