package dev.schemareset.read;

import dev.schemareset.find.Kotlin;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows what to use instead of a type that no column holds. The types are named, since their libraries need not be there. */
final class UnsupportedTypes {

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("java.util.Date", "Instant"),
            Map.entry("java.util.Calendar", "Instant, or ZonedDateTime with its zone"),
            Map.entry("java.util.TimeZone", "ZoneId"),
            Map.entry("java.sql.Date", "LocalDate"),
            Map.entry("java.sql.Time", "LocalTime"),
            Map.entry("org.joda.time.DateTime", "Instant, or ZonedDateTime with its zone"),
            Map.entry("java.util.concurrent.atomic.AtomicBoolean", "boolean"),
            Map.entry("java.util.concurrent.atomic.AtomicInteger", "int"),
            Map.entry("java.util.concurrent.atomic.AtomicLong", "long"),
            Map.entry("java.lang.Number", "long, double or BigDecimal"),
            Map.entry("kotlin.UByte", "Short"),
            Map.entry("kotlin.UShort", "Int"),
            Map.entry("kotlin.UInt", "Long"),
            Map.entry("kotlin.ULong", "BigInteger"),
            Map.entry("char[]", "String"),
            Map.entry("java.lang.CharSequence", "String"),
            Map.entry("java.lang.StringBuilder", "String"),
            Map.entry("java.sql.Clob", "String"),
            Map.entry("java.lang.Byte[]", "byte[]"),
            Map.entry("java.io.InputStream", "byte[]"),
            Map.entry("java.nio.ByteBuffer", "byte[]"),
            Map.entry("java.sql.Blob", "byte[]"),
            Map.entry("java.io.File", "Path"));

    private UnsupportedTypes() {}

    static String fix(Class<?> type) {
        Optional<String> instead = instead(type);
        if (instead.isPresent()) {
            return "use " + instead.get() + ".";
        }
        if (type.isRecord()) {
            return "flatten it into columns of this table with Jdbi's @Nested, or keep it as JSON with Jdbi's @Json.";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            return "keep it as JSON with Jdbi's @Json, or each element as a row of another model.";
        }
        if (Kotlin.isSourceOf(type)) {
            return "make it a @JvmRecord data class, and flatten it into columns of this table with Jdbi's @Nested;"
                    + " or keep it as JSON with Jdbi's @Json.";
        }
        return "use one of " + TypeMapping.supportedTypes() + ", a primitive, or Optional of one of them;"
                + " or keep it as JSON with Jdbi's @Json; or name the type with @Column(type = \"...\") and register an argument"
                + " and a mapper of your own with Jdbi.";
    }

    /** By the name of the class or of the nearest one that it extends; else a type of the same name in another package. */
    private static Optional<String> instead(Class<?> type) {
        return Stream.<Class<?>>iterate(type, parent -> parent != null, Class::getSuperclass)
                .flatMap(parent -> Stream.ofNullable(INSTEAD.get(parent.getTypeName())))
                .findFirst()
                .or(() -> TypeMapping.namesake(type).map(Class::getName));
    }
}
