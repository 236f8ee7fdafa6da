package dev.schemareset.find;

import java.lang.reflect.RecordComponent;

/**
 * Where a problem is.
 *
 * @param model the model that cannot become a table because of it
 * @param name how a person finds it in the source code
 */
public record Place(Class<?> model, String name) {

    public static Place of(Class<?> model) {
        return new Place(model, nameOf(model));
    }

    public static String nameOf(RecordComponent component) {
        return nameOf(component.getDeclaringRecord()) + "." + component.getName();
    }

    /** The name as it stands in source code, where the class has one. */
    public static String nameOf(Class<?> type) {
        String canonical = type.getCanonicalName();
        return canonical == null ? type.getName() : canonical;
    }
}
