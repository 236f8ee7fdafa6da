package dev.schemareset.find;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the records that are nested in models, directly or in one another. */
final class NestedRecords {

    private NestedRecords() {}

    static Set<Class<?>> of(List<Class<?>> models) {
        Set<Class<?>> nested = new LinkedHashSet<>();
        models.forEach(model -> collect(model, nested));
        return nested;
    }

    private static void collect(Class<?> record, Set<Class<?>> nested) {
        try {
            for (RecordComponent leaf : record.getRecordComponents()) {
                Component component = Component.of(record, List.of(), leaf);
                Class<?> type = component.valueType();
                if (component.nested().isPresent() && type.isRecord() && nested.add(type)) {
                    collect(type, nested);
                }
            }
        } catch (LinkageError | TypeNotPresentException e) {
            // A class is not there, which is told when the model itself is read.
            return;
        }
    }
}
