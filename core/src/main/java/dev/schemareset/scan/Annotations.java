package dev.schemareset.scan;

import dev.schemareset.annotation.Table;
import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;

/** Tells whose annotations are, and what they are called in source code. */
final class Annotations {

    private Annotations() {}

    static boolean isOurs(Annotation annotation) {
        return annotation.annotationType().getPackage() == Table.class.getPackage();
    }

    /** Of an annotation, or the container of a repeated one, by the name of its class. */
    static boolean isOurs(String annotation) {
        return annotation.startsWith(Table.class.getPackageName() + ".");
    }

    /** The name with its sign; the container of a repeated annotation has the name of what it repeats. */
    static String nameOf(Class<? extends Annotation> annotation) {
        Class<?> outer = annotation.getEnclosingClass();
        boolean container = outer != null
                && outer.isAnnotationPresent(Repeatable.class)
                && outer.getAnnotation(Repeatable.class).value() == annotation;
        return "@" + (container ? outer : annotation).getSimpleName();
    }
}
