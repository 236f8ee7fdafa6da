package golden.types;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
        LocalTime localTime) {

    public enum Weekday {
        MONDAY,
        TUESDAY
    }
}
