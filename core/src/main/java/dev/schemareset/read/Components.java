package dev.schemareset.read;

import dev.schemareset.annotation.Ignore;
import dev.schemareset.find.Annotations;
import dev.schemareset.find.Component;
import dev.schemareset.find.Nullability;
import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import dev.schemareset.find.Records;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists the components of a model: in place of a nested record, those of that record. */
final class Components {

    /** Those that become columns, and those that are left out. */
    record Listed(List<Component> columns, List<Component> ignored) {}

    private final Nullability nullability;
    private final Nesting nesting;
    private final NullPropagation nullPropagation;
    private final JdbiAnnotations annotations;
    private final JdbiAccess access;
    private final Problems problems;

    Components(Nullability nullability, Problems problems) {
        this.nullability = nullability;
        this.nullPropagation = new NullPropagation(nullability, problems);
        this.nesting = new Nesting(nullPropagation, nullability, problems);
        this.annotations = new JdbiAnnotations(problems);
        this.access = new JdbiAccess(problems);
        this.problems = problems;
    }

    Listed of(Class<?> model) {
        Listed listed = new Listed(new ArrayList<>(), new ArrayList<>());
        nesting.checkNames(Place.of(model), model);
        checkConstants(Place.of(model), model);
        collect(model, model, List.of(), listed);
        return listed;
    }

    private void collect(Class<?> model, Class<?> record, List<RecordComponent> outer, Listed listed) {
        access.check(record);
        for (RecordComponent leaf : record.getRecordComponents()) {
            Component component = Component.of(model, outer, leaf);
            if (!Records.hasAccessor(leaf)) {
                problems.add(component, "Kotlin makes no accessor for it, because it is private.", "remove private.");
                continue;
            }
            if (component.has(Ignore.class)) {
                checkIgnored(component);
                listed.ignored().add(component);
                continue;
            }
            annotations.check(component);
            nullPropagation.check(component);
            if (component.nested().isEmpty()) {
                listed.columns().add(component);
            } else if (nesting.allows(component)) {
                checkConstants(component.place(), component.valueType());
                collect(model, component.valueType(), component.path(), listed);
            }
        }
    }

    /** Beside those of its components, a record has static fields only. */
    private void checkConstants(Place place, Class<?> record) {
        Stream.of(record.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .forEach(field -> Stream.of(field.getAnnotations())
                        .filter(Annotations::isOurs)
                        .forEach(annotation -> problems.add(
                                place,
                                "the static field " + field.getName() + " has "
                                        + Annotations.nameOf(annotation.annotationType()) + ", and is no component.",
                                "write it on a component, or remove it.")));
    }

    private void checkIgnored(Component component) {
        Stream<Annotation> others = Stream.concat(
                component.ours().filter(annotation -> annotation.annotationType() != Ignore.class),
                component.nested().stream());
        others.forEach(other -> problems.add(
                component,
                "it has @Ignore and @" + other.annotationType().getSimpleName() + " at once.",
                "remove one of them."));
        if (component.leaf().getType().isPrimitive() || !nullability.isNullableForJdbi(component.leaf())) {
            problems.add(
                    component,
                    "it has @Ignore, and Jdbi cannot make the record without a value for it.",
                    becomeNullable(component.leaf()));
        }
    }

    private String becomeNullable(RecordComponent component) {
        String kept = "a @Nullable that is kept at run time, such as JSpecify's";
        if (component.getType().isPrimitive()) {
            return "make it of type " + TypeMapping.boxed(component.getType()).getSimpleName() + ", and mark it with "
                    + kept + ".";
        }
        return nullability.isNullable(component)
                ? "mark it with " + kept + ", on the constructor's parameter too."
                : "mark it with " + kept + ".";
    }
}
