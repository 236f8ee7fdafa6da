package golden.types;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
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
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

@Table
public record Everything(
        @PrimaryKey long id,
        String string,
        char primitiveChar,
        Character boxedCharacter,
        boolean primitiveBoolean,
        Boolean boxedBoolean,
        byte primitiveByte,
        Byte boxedByte,
        short primitiveShort,
        Short boxedShort,
        int primitiveInt,
        Integer boxedInteger,
        long primitiveLong,
        Long boxedLong,
        float primitiveFloat,
        Float boxedFloat,
        double primitiveDouble,
        Double boxedDouble,
        BigDecimal bigDecimal,
        UUID uuid,
        byte[] bytes,
        Weekday enumeration,
        Instant instant,
        LocalDate localDate,
        LocalDateTime localDateTime,
        LocalTime localTime,
        BigInteger bigInteger,
        OffsetDateTime offsetDateTime,
        ZonedDateTime zonedDateTime,
        OffsetTime offsetTime,
        Year year,
        YearMonth yearMonth,
        MonthDay monthDay,
        Duration duration,
        Period period,
        ZoneId zoneId,
        ZoneOffset zoneOffset,
        URI uri,
        URL url,
        Path path,
        Locale locale,
        Currency currency) {

    public enum Weekday {
        MONDAY,
        TUESDAY
    }
}
