package dev.schemareset.scan;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** What belongs to every record, and reflection does not name. */
final class Records {

    private Records() {}

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

    /** The field of a component, which no source code can replace: it carries the annotations of the component. */
    static Field field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new AssertionError("every record component has a field", e);
        }
    }

    /** The parameter of the canonical constructor that a component is made from. */
    static Parameter parameter(RecordComponent component) {
        Class<?> record = component.getDeclaringRecord();
        int position = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(component.getName());
        return canonicalConstructor(record).getParameters()[position];
    }
}
