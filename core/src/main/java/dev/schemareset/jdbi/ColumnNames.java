package dev.schemareset.jdbi;

import dev.schemareset.annotation.Column;
import dev.schemareset.model.Name;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.Nested;

/**
 * The columns of a record that are named by {@code @Column}, which Jdbi does not know.
 *
 * @param labels the label that Jdbi looks for instead, by the name of the column as SQLite compares it
 */
record ColumnNames(Map<String, String> labels) {

    static ColumnNames of(Class<?> record) {
        Map<String, String> labels = new HashMap<>();
        collect(record, "", "", labels);
        return new ColumnNames(Map.copyOf(labels));
    }

    static Constructor<?> canonicalConstructor(Class<?> record) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every record has a canonical constructor", e);
        }
    }

    boolean isEmpty() {
        return labels.isEmpty();
    }

    /** A view of the rows whose columns have the labels that Jdbi looks for. */
    ResultSet view(ResultSet rows) {
        return view(
                ResultSet.class,
                rows,
                (method, result) -> result instanceof ResultSetMetaData columns
                        ? view(ResultSetMetaData.class, columns, this::label)
                        : result);
    }

    private Object label(Object method, Object result) {
        return method.equals("getColumnLabel")
                ? labels.getOrDefault(new Name((String) result).folded(), (String) result)
                : result;
    }

    /** A view that changes what methods return, given their name. */
    private static <T> T view(Class<T> type, T target, BinaryOperator<Object> change) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return change.apply(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Jdbi puts what {@code @Nested} says before the names of the components; its columns have it in snake_case. */
    private static void collect(Class<?> record, String path, String prefix, Map<String, String> labels) {
        RecordComponent[] components = record.getRecordComponents();
        Parameter[] parameters = canonicalConstructor(record).getParameters();
        for (int i = 0; i < components.length; i++) {
            Nested nested = parameters[i].getAnnotation(Nested.class);
            Column column = components[i].getAnnotation(Column.class);
            if (nested != null) {
                Class<?> type = type(parameters[i]);
                if (type.isRecord()) {
                    collect(type, path + nested.value(), prefix + columnPrefix(nested.value()), labels);
                }
            } else if (column != null && !column.value().isEmpty()) {
                // Jdbi skips the dots of its paths when it compares.
                labels.put(folded(prefix + column.value()), folded(path + components[i].getName()));
            }
        }
    }

    private static Class<?> type(Parameter parameter) {
        return parameter.getType() == Optional.class
                ? GenericTypes.findGenericParameter(parameter.getParameterizedType(), Optional.class)
                        .<Class<?>>map(GenericTypes::getErasedType)
                        .orElse(Object.class)
                : parameter.getType();
    }

    private static String columnPrefix(String nested) {
        String words = Name.ofJava(nested).value().replaceFirst("_+$", "");
        return words.isEmpty() ? "" : words + "_";
    }

    private static String folded(String name) {
        return new Name(name).folded();
    }
}
