package dev.schemareset.jdbi;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Ignore;
import dev.schemareset.model.Name;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * What our annotations say of the columns of a record, which Jdbi does not know.
 *
 * @param labels the label that Jdbi looks for instead, by the name of the column as SQLite compares it
 * @param hidden the names, as {@link #compared}, that no column of another table may fill: those of renamed and of ignored
 *     components
 */
record ColumnNames(Map<String, String> labels, Set<String> hidden) {

    static ColumnNames of(Class<?> record) {
        ColumnNames names = new ColumnNames(new HashMap<>(), new HashSet<>());
        names.collect(record, "", "");
        return new ColumnNames(Map.copyOf(names.labels), Set.copyOf(names.hidden));
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
        return hidden.isEmpty();
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
        return method.equals("getColumnLabel") ? label((String) result) : result;
    }

    /** No label is none that Jdbi looks for. */
    private String label(String column) {
        return labels.getOrDefault(folded(column), hidden.contains(compared(column)) ? "" : column);
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
    private void collect(Class<?> record, String path, String prefix) {
        RecordComponent[] components = record.getRecordComponents();
        Parameter[] parameters = canonicalConstructor(record).getParameters();
        for (int i = 0; i < components.length; i++) {
            Nested nested = parameters[i].getAnnotation(Nested.class);
            Field field = field(components[i]);
            // When Jdbi compares, it skips the dots of its paths.
            String wanted = folded((path + parameters[i].getName()).replace(".", ""));
            if (field.isAnnotationPresent(Ignore.class)) {
                hidden.add(compared(wanted));
            } else if (nested != null) {
                Class<?> type = type(parameters[i]);
                if (type.isRecord()) {
                    collect(type, path + nested.value(), prefix + Name.nestedPrefix(nested.value()));
                }
            } else {
                unknownName(field, parameters[i]).ifPresent(name -> {
                    hidden.add(compared(wanted));
                    labels.put(folded(prefix + name), wanted);
                });
            }
        }
    }

    /** The name of a column that is not the parameter's, which Kotlin keeps on demand only, nor one that Jdbi is told. */
    private static Optional<String> unknownName(Field field, Parameter parameter) {
        Column column = field.getAnnotation(Column.class);
        if (column != null && !column.value().isEmpty()) {
            return Optional.of(column.value());
        }
        boolean known = parameter.isNamePresent() || parameter.isAnnotationPresent(ColumnName.class);
        return known
                ? Optional.empty()
                : Optional.of(Name.ofJava(field.getName()).value());
    }

    private static Field field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new AssertionError("every record component has a field", e);
        }
    }

    private static Class<?> type(Parameter parameter) {
        return parameter.getType() == Optional.class
                ? GenericTypes.findGenericParameter(parameter.getParameterizedType(), Optional.class)
                        .<Class<?>>map(GenericTypes::getErasedType)
                        .orElse(Object.class)
                : parameter.getType();
    }

    /** Whatever its case and underscores. */
    private static String compared(String name) {
        return Name.ofJava(name).value().replace("_", "");
    }

    private static String folded(String name) {
        return new Name(name).folded();
    }
}
