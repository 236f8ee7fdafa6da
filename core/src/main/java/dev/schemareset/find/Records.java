package dev.schemareset.find;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What belongs to every record, and reflection does not name. */
public final class Records {

    /** By the names of the components. Reflection copies all of them each time that it is asked for one. */
    private static final ClassValue<Map<String, Parameter>> PARAMETERS = new ClassValue<>() {
        @Override
        protected Map<String, Parameter> computeValue(Class<?> record) {
            RecordComponent[] components = record.getRecordComponents();
            Parameter[] parameters = canonicalConstructor(record).getParameters();
            return IntStream.range(0, components.length)
                    .boxed()
                    .collect(toMap(i -> components[i].getName(), i -> parameters[i]));
        }
    };

    private Records() {}

    public static Constructor<?> canonicalConstructor(Class<?> record) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every record has a canonical constructor", e);
        }
    }

    /**
     * The field of a component, which no source code can replace: it carries the annotations of the component. Kotlin 2.1 puts
     * them on nothing else.
     */
    public static Field field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new AssertionError("every record component has a field", e);
        }
    }

    /** The parameter of the canonical constructor that a component is made from. */
    public static Parameter parameter(RecordComponent component) {
        return requireNonNull(PARAMETERS.get(component.getDeclaringRecord()).get(component.getName()));
    }

    /** Every record of Java has one. Kotlin makes none of a private component (measured with 2.4.21). */
    public static boolean hasAccessor(RecordComponent component) {
        return component.getAccessor() != null;
    }

    /**
     * One of Jdbi's annotations, which Jdbi looks for at the parameter. One that stands on the component alone is reported by
     * the reader, and read as it is meant.
     */
    public static <A extends Annotation> Optional<A> findJdbis(RecordComponent component, Class<A> annotation) {
        return Stream.<AnnotatedElement>of(parameter(component), field(component))
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(annotation)))
                .findFirst();
    }
}
