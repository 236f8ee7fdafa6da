package dev.schemareset.scan;

import dev.schemareset.model.Column;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.Domain.OneOf;
import dev.schemareset.model.Name;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/** Reads one record component into a column. */
final class ColumnReader {

    private final Nullability nullability;
    private final DefaultReader defaultReader;
    private final Problems problems;

    ColumnReader(Nullability nullability, Problems problems) {
        this.nullability = nullability;
        this.defaultReader = new DefaultReader(problems);
        this.problems = problems;
    }

    MappedComponent read(RecordComponent component) {
        Class<?> javaType = valueType(component);
        Optional<ColumnType> mapped = TypeMapping.columnType(javaType);
        if (mapped.isEmpty()) {
            problems.add(
                    component,
                    "the type " + component.getGenericType().getTypeName() + " has no SQLite column type.",
                    "use one of " + TypeMapping.supportedTypes() + ", a primitive, or Optional of one of them.");
        }
        List<String> allowedValues = TypeMapping.allowedValues(javaType);
        if (javaType.isEnum() && allowedValues.isEmpty()) {
            problems.add(
                    component,
                    "the enum " + Problems.nameOf(javaType) + " has no constants, so no value could be stored.",
                    "give it constants.");
        }
        Column column = new Column(
                name(component),
                mapped.orElse(ColumnType.TEXT),
                isNullable(component),
                Optional.of(allowedValues).filter(values -> !values.isEmpty()).map(OneOf::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new MappedComponent(
                component,
                mapped.flatMap(type -> defaultReader.read(component, javaType, column))
                        .map(column::withDefault)
                        .orElse(column));
    }

    /**
     * Jdbi finds the name at the parameter of the constructor. A constructor written out does not take over the annotation
     * of the component, so both would go different ways.
     */
    private Name name(RecordComponent component) {
        ColumnName written = Records.field(component).getAnnotation(ColumnName.class);
        ColumnName read = Records.canonicalConstructor(component.getDeclaringRecord())
                .getParameters()[Records.position(component)]
                .getAnnotation(ColumnName.class);
        if (!Objects.equals(written, read)) {
            problems.add(
                    component,
                    "its @ColumnName does not stand on the constructor's parameter, where Jdbi looks for it.",
                    "write the same @ColumnName on the component and on the parameter of the constructor.");
        }
        return written == null
                ? new Name(Names.snakeCase(component.getName()))
                : Names.checked(Problems.nameOf(component), written.value(), problems);
    }

    private boolean isNullable(RecordComponent component) {
        boolean marked = nullability.isNullable(component);
        boolean optional = component.getType() == Optional.class;
        if (marked && optional) {
            problems.add(component, "it is Optional and @Nullable at once.", "keep Optional, and remove @Nullable.");
        }
        if (marked && component.getType().isPrimitive()) {
            problems.add(
                    component,
                    "it is @Nullable, and " + component.getType() + " cannot be null.",
                    "use " + TypeMapping.boxed(component.getType()).getSimpleName() + ", or remove @Nullable.");
        }
        return marked || optional;
    }

    /** The type of the value itself: that inside an {@code Optional}, else that of the component. */
    private static Class<?> valueType(RecordComponent component) {
        Type type = component.getGenericType();
        if (component.getType() == Optional.class
                && type instanceof ParameterizedType optional
                && optional.getActualTypeArguments()[0] instanceof Class<?> value) {
            return value;
        }
        return component.getType();
    }
}
