package dev.schemareset.find;

import dev.schemareset.annotation.Table;
import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;

/** Tells whose annotations are, and what they are called in source code. */
public final class Annotations {

    private Annotations() {}

    public static boolean isOurs(Annotation annotation) {
        return annotation.annotationType().getPackage() == Table.class.getPackage();
    }

    /** Of an annotation, or the container of a repeated one, by the name of its class. */
    public static boolean isOurs(String annotation) {
        return annotation.startsWith(Table.class.getPackageName() + ".");
    }

    /** The name with its sign; the container of a repeated annotation has the name of what it repeats. */
    public static String nameOf(Class<? extends Annotation> annotation) {
        Class<?> outer = annotation.getEnclosingClass();
        boolean container = outer != null
                && outer.isAnnotationPresent(Repeatable.class)
                && outer.getAnnotation(Repeatable.class).value() == annotation;
        return "@" + (container ? outer : annotation).getSimpleName();
    }
}
