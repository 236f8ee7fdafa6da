package dev.schemareset.read;

import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.find.Component;
import dev.schemareset.find.Nullability;
import dev.schemareset.find.Problems;
import dev.schemareset.find.Records;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;

/** Jdbi's {@code @PropagateNull}: where it stands on a component, a row that has {@code NULL} there is read as no record at all. */
record NullPropagation(Nullability nullability, Problems problems) {

    void check(Component component) {
        boolean assigned = component.outer().isEmpty() && component.has(PrimaryKey.class);
        if (isMarked(component.leaf()) && !isNeverNull(component.leaf()) && !assigned) {
            String record = component.leaf().getDeclaringRecord().getSimpleName();
            problems.add(
                    component,
                    "it has Jdbi's @PropagateNull, and does not tell whether there is a " + record + ".",
                    "write it on a component that is never null, no nested record and not generated.");
        }
    }

    /** Whether a record that is not there can be told from one that is. */
    boolean isTold(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .anyMatch(component -> isMarked(component) && isNeverNull(component));
    }

    private static boolean isMarked(RecordComponent component) {
        return Records.findJdbis(component, PropagateNull.class).isPresent();
    }

    private boolean isNeverNull(RecordComponent component) {
        return !Component.isOptional(component.getType())
                && !nullability.isNullable(component)
                && !Records.field(component).isAnnotationPresent(Generated.class)
                && Records.findJdbis(component, Nested.class).isEmpty();
    }
}
