package dev.schemareset.read;

import static dev.schemareset.model.ColumnType.TEXT;
import static java.util.stream.Collectors.joining;

import dev.schemareset.model.ColumnType;
import dev.schemareset.type.StoredType;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which Java type is kept in which type of column. */
final class TypeMapping {

    private TypeMapping() {}

    static Optional<ColumnType> columnType(Class<?> javaType) {
        if (javaType.isEnum()) {
            return Optional.of(TEXT);
        }
        return StoredType.of(javaType).map(StoredType::columnType);
    }

    /** The names of an enum's constants. */
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    static Class<?> boxed(Class<?> javaType) {
        return MethodType.methodType(javaType).wrap().returnType();
    }

    /** The type of the same simple name, such as the {@code LocalDate} of java.time for that of another library. */
    static Optional<Class<?>> namesake(Class<?> type) {
        return StoredType.all().stream()
                .<Class<?>>map(StoredType::javaType)
                .filter(known -> known.getSimpleName().equalsIgnoreCase(type.getSimpleName()))
                .findFirst();
    }

    static String typesOfTime() {
        return StoredType.all().stream()
                .filter(type -> type.now().isPresent())
                .map(type -> type.javaType().getSimpleName())
                .collect(joining(", "));
    }

    static String supportedTypes() {
        Stream<String> types =
                StoredType.all().stream().map(type -> type.javaType().getSimpleName());
        return Stream.concat(types, Stream.of("an enum")).collect(joining(", "));
    }
}
