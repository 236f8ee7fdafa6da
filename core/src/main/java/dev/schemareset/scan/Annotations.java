package dev.schemareset.scan;

import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;

/** Names annotations as they stand in source code. */
final class Annotations {

    private Annotations() {}

    /** The name with its sign; the container of a repeated annotation has the name of what it repeats. */
    static String nameOf(Class<? extends Annotation> annotation) {
        Class<?> outer = annotation.getEnclosingClass();
        boolean container = outer != null
                && outer.isAnnotationPresent(Repeatable.class)
                && outer.getAnnotation(Repeatable.class).value() == annotation;
        return "@" + (container ? outer : annotation).getSimpleName();
    }
}
