package dev.schemareset.find;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Knows which components carry an annotation whose simple name is {@code Nullable}, whoever defines it. Depending on the
 * annotation's targets and retention it stands on the component, its type, its accessor, its constructor parameter, or in
 * the class file only. Each class file is read once.
 */
public final class Nullability {

    private final Map<Class<?>, ClassFile> classFiles = new HashMap<>();

    /** Whether the simple name of an annotation, nested in another class or not, is {@code Nullable}. */
    static boolean isCalledNullable(String annotationName) {
        return annotationName.equals("Nullable")
                || annotationName.endsWith(".Nullable")
                || annotationName.endsWith("$Nullable");
    }

    public boolean isNullable(RecordComponent component) {
        return classFile(component.getDeclaringRecord()).nullable().contains(component.getName())
                || isMarked(component)
                || isMarked(component.getAccessor())
                || isMarked(Records.field(component))
                || isMarked(component.getAnnotatedType())
                || isNullableForJdbi(component);
    }

    /** What the class file of a record adds to reflection, or why that is not known. */
    public ClassFile classFile(Class<?> record) {
        return classFiles.computeIfAbsent(record, ClassFile::of);
    }

    private static boolean isMarked(AnnotatedElement element) {
        return hasNullable(element.getAnnotations());
    }

    /** {@code @Nullable byte[]} and {@code byte @Nullable []} mean the same here: a byte cannot be null. */
    private static boolean isMarked(AnnotatedType type) {
        AnnotatedType innermost = type;
        while (innermost instanceof AnnotatedArrayType array) {
            innermost = array.getAnnotatedGenericComponentType();
        }
        return hasNullable(type.getAnnotations())
                || (isPrimitive(innermost) && hasNullable(innermost.getAnnotations()));
    }

    private static boolean isPrimitive(AnnotatedType type) {
        return type.getType() instanceof Class<?> elements && elements.isPrimitive();
    }

    /** Jdbi looks at the constructor, and sees what reflection sees. */
    public boolean isNullableForJdbi(RecordComponent component) {
        Parameter parameter = Records.parameter(component);
        return isMarked((AnnotatedElement) parameter) || isMarked(parameter.getAnnotatedType());
    }

    private static boolean hasNullable(Annotation[] annotations) {
        return Stream.of(annotations)
                .anyMatch(a -> isCalledNullable(a.annotationType().getSimpleName()));
    }
}
