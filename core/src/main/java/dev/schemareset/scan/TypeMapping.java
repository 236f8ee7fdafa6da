package dev.schemareset.scan;

import static dev.schemareset.model.ColumnType.BLOB;
import static dev.schemareset.model.ColumnType.INTEGER;
import static dev.schemareset.model.ColumnType.REAL;
import static dev.schemareset.model.ColumnType.TEXT;
import static java.util.stream.Collectors.joining;

import dev.schemareset.model.ColumnType;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Which Java type is kept in which type of column. */
final class TypeMapping {

    private record Mapped(Class<?> javaType, ColumnType columnType) {}

    /** Primitives are mapped as their boxes. The order is the one in which messages name the types. */
    private static final List<Mapped> MAPPED = List.of(
            new Mapped(String.class, TEXT),
            new Mapped(Character.class, TEXT),
            new Mapped(Boolean.class, INTEGER),
            new Mapped(Byte.class, INTEGER),
            new Mapped(Short.class, INTEGER),
            new Mapped(Integer.class, INTEGER),
            new Mapped(Long.class, INTEGER),
            new Mapped(Float.class, REAL),
            new Mapped(Double.class, REAL),
            new Mapped(BigDecimal.class, TEXT),
            new Mapped(UUID.class, TEXT),
            new Mapped(byte[].class, BLOB),
            new Mapped(Instant.class, TEXT),
            new Mapped(LocalDate.class, TEXT),
            new Mapped(LocalDateTime.class, TEXT),
            new Mapped(LocalTime.class, TEXT));

    private TypeMapping() {}

    static Optional<ColumnType> columnType(Class<?> javaType) {
        if (javaType.isEnum()) {
            return Optional.of(TEXT);
        }
        Class<?> boxed = boxed(javaType);
        return MAPPED.stream()
                .filter(mapped -> mapped.javaType() == boxed)
                .map(Mapped::columnType)
                .findFirst();
    }

    /** The only values a column of this Java type may hold; empty when the type of the column says enough. */
    static List<String> allowedValues(Class<?> javaType) {
        if (javaType.isEnum()) {
            return Arrays.stream(javaType.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
        }
        return boxed(javaType) == Boolean.class ? List.of("0", "1") : List.of();
    }

    static Class<?> boxed(Class<?> javaType) {
        return MethodType.methodType(javaType).wrap().returnType();
    }

    static String supportedTypes() {
        Stream<String> types = MAPPED.stream().map(mapped -> mapped.javaType().getSimpleName());
        return Stream.concat(types, Stream.of("an enum")).collect(joining(", "));
    }
}
