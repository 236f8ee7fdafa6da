package dev.schemareset.scan;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows which components carry an annotation whose simple name is {@code Nullable}, whoever defines it. Depending on the
 * annotation's targets and retention it stands on the component, its type, its accessor, its constructor parameter, or in
 * the class file only.
 */
record Nullability(Set<String> nullableFields) {

    /** Whether the simple name of an annotation, nested in another class or not, is {@code Nullable}. */
    static boolean isCalledNullable(String annotationName) {
        return annotationName.matches("(?:.*[.$])?Nullable");
    }

    boolean isNullable(RecordComponent component) {
        Class<?> record = component.getDeclaringRecord();
        return nullableFields.contains(record.getName() + "#" + component.getName())
                || isMarked(component)
                || isMarked(component.getAccessor())
                || isMarked(component.getAnnotatedType())
                || isMarkedParameter(component);
    }

    private static boolean isMarked(AnnotatedElement element) {
        return hasNullable(element.getAnnotations());
    }

    /** {@code @Nullable byte[]} and {@code byte @Nullable []} mean the same here: a byte cannot be null. */
    private static boolean isMarked(AnnotatedType type) {
        return hasNullable(type.getAnnotations())
                || (type instanceof AnnotatedArrayType array
                        && hasNullable(array.getAnnotatedGenericComponentType().getAnnotations()));
    }

    private static boolean isMarkedParameter(RecordComponent component) {
        RecordComponent[] components = component.getDeclaringRecord().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        int index =
                Arrays.stream(components).map(RecordComponent::getName).toList().indexOf(component.getName());
        try {
            Constructor<?> canonical = component.getDeclaringRecord().getDeclaredConstructor(types);
            return hasNullable(canonical.getParameterAnnotations()[index]);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every record has a canonical constructor", e);
        }
    }

    private static boolean hasNullable(Annotation[] annotations) {
        return Stream.of(annotations)
                .anyMatch(a -> isCalledNullable(a.annotationType().getSimpleName()));
    }
}
