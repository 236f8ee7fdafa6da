package dev.schemareset.read;

import static java.util.stream.Collectors.joining;

import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.ForeignKey;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.find.Annotations;
import dev.schemareset.find.Component;
import dev.schemareset.find.Kotlin;
import dev.schemareset.find.Nullability;
import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import dev.schemareset.find.Records;
import dev.schemareset.model.Name;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructors;

/** What a record must keep to so that it can be nested in another one, and Jdbi reads back what was written. */
final class Nesting {

    private static final List<Class<? extends Annotation>> OF_A_TABLE = List.of(
            Index.class,
            Index.List.class,
            Unique.class,
            Unique.List.class,
            ForeignKey.class,
            ForeignKey.List.class,
            Check.class,
            Check.List.class);

    private final NullPropagation nullPropagation;
    private final Nullability nullability;
    private final Problems problems;

    Nesting(NullPropagation nullPropagation, Nullability nullability, Problems problems) {
        this.nullPropagation = nullPropagation;
        this.nullability = nullability;
        this.problems = problems;
    }

    /** Whether the components of a nested record can be listed; what is wrong is told. */
    boolean allows(Component component) {
        checkAnnotations(component);
        Class<?> type = component.valueType();
        if (!type.isRecord()) {
            problems.add(
                    component,
                    "it has Jdbi's @Nested, and " + Place.nameOf(type) + " is not a record.",
                    "make it " + Kotlin.recordFor(type) + ", or remove @Nested.");
            return false;
        }
        if (type.isAnnotationPresent(Table.class)) {
            problems.add(
                    component,
                    "it nests " + Place.nameOf(type) + ", which is a model with a table of its own.",
                    "refer to it by its key, with @References, or remove @Table from it.");
            return false;
        }
        if (closesCycle(component)) {
            return false;
        }
        checkConstructor(component, type);
        checkRecord(component, type);
        checkNull(component, type);
        checkPrefix(component);
        return true;
    }

    private void checkAnnotations(Component component) {
        component
                .ours()
                .forEach(annotation -> problems.add(
                        component,
                        "it has " + Annotations.nameOf(annotation.annotationType())
                                + ", and a nested record is no column.",
                        "write it on a component of the nested record."));
    }

    private boolean closesCycle(Component component) {
        Class<?> type = component.valueType();
        boolean cycle = component.path().stream()
                .map(RecordComponent::getDeclaringRecord)
                .anyMatch(type::equals);
        if (cycle) {
            problems.add(
                    component,
                    "it nests a record in itself: "
                            + component.path().stream().map(Place::nameOf).collect(joining(" -> "))
                            + " -> " + Place.nameOf(type) + ".",
                    "make the inner one a model of its own, and refer to it by its key, with @References.");
        }
        return cycle;
    }

    private void checkConstructor(Component component, Class<?> type) {
        checkNames(component.place(), type);
        if (!isMadeByCanonicalConstructor(type)) {
            problems.add(
                    component,
                    "Jdbi does not make " + Place.nameOf(type) + " with its canonical constructor.",
                    "write Jdbi's @JdbiConstructor on that, and on nothing else.");
        }
    }

    private static boolean isMadeByCanonicalConstructor(Class<?> type) {
        if (Stream.of(type.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JdbiConstructor.class))) {
            return false;
        }
        try {
            return JdbiConstructors.findConstructorFor(type).equals(Records.canonicalConstructor(type));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Jdbi takes the names of parameters from this annotation, which belongs to a module that need not be there. */
    void checkNames(Place place, Class<?> record) {
        boolean renamed = Stream.of(Records.canonicalConstructor(record).getAnnotations())
                .anyMatch(
                        annotation -> annotation.annotationType().getName().equals("java.beans.ConstructorProperties"));
        if (renamed) {
            problems.add(
                    place,
                    "the constructor of " + Place.nameOf(record)
                            + " has @ConstructorProperties, whose names Jdbi would look for.",
                    "remove it, and name columns with @Column.");
        }
    }

    private void checkRecord(Component component, Class<?> type) {
        OF_A_TABLE.stream()
                .filter(type::isAnnotationPresent)
                .forEach(annotation -> problems.add(
                        component,
                        "it nests " + Place.nameOf(type) + ", whose " + Annotations.nameOf(annotation)
                                + " has no table to stand for.",
                        "write it on the model, with the names of the model's columns."));
    }

    /** Jdbi makes a record also of columns that are all NULL, unless it is told which of them says that there is none. */
    private void checkNull(Component component, Class<?> type) {
        boolean mayBeMissing = component.isOptional() || nullability.isNullable(component.leaf());
        if (mayBeMissing && !nullPropagation.isTold(type)) {
            problems.add(
                    component,
                    "it may be missing, and Jdbi would read it as a " + type.getSimpleName() + " of nulls.",
                    "write Jdbi's @PropagateNull on a component of " + Place.nameOf(type) + " that is never null.");
        }
    }

    private void checkPrefix(Component component) {
        String prefix = component.nested().map(Nested::value).orElse("");
        if (!prefix.isEmpty() && Name.nestedPrefix(prefix).isEmpty()) {
            problems.add(
                    component, "its prefix \"" + new Name(prefix) + "\" has no letter.", "write a word, or nothing.");
        }
    }
}
