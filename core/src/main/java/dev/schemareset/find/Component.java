package dev.schemareset.find;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * A component of a model, or of a record that is nested in it.
 *
 * @param model the model
 * @param path the components that lead to it, from that of the model to itself
 */
public record Component(Class<?> model, List<RecordComponent> path) {

    private static final Map<Class<?>, Class<?>> OPTIONALS = Map.of(
            OptionalInt.class, Integer.class, OptionalLong.class, Long.class, OptionalDouble.class, Double.class);

    /** A component of the last record of a path. */
    public static Component of(Class<?> model, List<RecordComponent> outer, RecordComponent leaf) {
        return new Component(
                model, Stream.concat(outer.stream(), Stream.of(leaf)).toList());
    }

    public RecordComponent leaf() {
        return path.get(path.size() - 1);
    }

    /** The components, of record types, in which it is nested. */
    public List<RecordComponent> outer() {
        return path.subList(0, path.size() - 1);
    }

    public Place place() {
        String name = Place.nameOf(leaf());
        return new Place(model, outer().isEmpty() ? name : name + " (nested in " + Place.nameOf(path.get(0)) + ")");
    }

    /** One of our own annotations. */
    public <A extends Annotation> Optional<A> find(Class<A> annotation) {
        return Optional.ofNullable(Records.field(leaf()).getAnnotation(annotation));
    }

    /** One of our own annotations that can be repeated. */
    public <A extends Annotation> A[] findAll(Class<A> annotation) {
        return Records.field(leaf()).getAnnotationsByType(annotation);
    }

    public boolean has(Class<? extends Annotation> annotation) {
        return find(annotation).isPresent();
    }

    /** All of our own annotations. */
    public Stream<Annotation> ours() {
        return Stream.of(Records.field(leaf()).getAnnotations()).filter(Annotations::isOurs);
    }

    public Optional<Nested> nested() {
        return Records.findJdbis(leaf(), Nested.class);
    }

    /** The name under which Jdbi looks for the column: what it is told, else the parameter's, behind the prefixes. */
    public String jdbiName() {
        String name = Records.findJdbis(leaf(), ColumnName.class)
                .map(ColumnName::value)
                .orElseGet(() -> Records.parameter(leaf()).getName());
        return prefixes().collect(joining()) + name;
    }

    /** What {@code @Nested} puts before the names of the columns, from the outside in. */
    public Stream<String> prefixes() {
        return outer().stream()
                .flatMap(part -> Records.findJdbis(part, Nested.class).stream())
                .map(Nested::value);
    }

    public boolean isOptional() {
        return isOptional(leaf().getType());
    }

    public static boolean isOptional(Class<?> type) {
        return type == Optional.class || OPTIONALS.containsKey(type);
    }

    /** The class of the value itself: of that inside an {@code Optional}, else of that of the component. */
    public Class<?> valueType() {
        Type type = leaf().getGenericType();
        if (type instanceof TypeVariable) {
            return Object.class;
        }
        if (leaf().getType() == Optional.class && type instanceof ParameterizedType optional) {
            Type value = optional.getActualTypeArguments()[0];
            return value instanceof Class<?> plain ? plain : Object.class;
        }
        return OPTIONALS.getOrDefault(leaf().getType(), leaf().getType());
    }
}
