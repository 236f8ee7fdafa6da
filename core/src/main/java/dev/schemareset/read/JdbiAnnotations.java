package dev.schemareset.read;

import dev.schemareset.find.Component;
import dev.schemareset.find.Kotlin;
import dev.schemareset.find.Problems;
import dev.schemareset.find.Records;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.enums.DatabaseValue;
import org.jdbi.v3.core.enums.EnumByName;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.qualifier.Qualifier;

/**
 * Jdbi's annotations on the components of records. Jdbi reads them at the constructor's parameters and at the accessors, and a
 * constructor or an accessor that is written out does not take them over from the component: then both would go different
 * ways.
 */
final class JdbiAnnotations {

    private static final String JSON = "org.jdbi.v3.json.Json";
    private static final String ENUM_BY_NAME = EnumByName.class.getName();

    private final Problems problems;

    JdbiAnnotations(Problems problems) {
        this.problems = problems;
    }

    /** Whether Jdbi keeps the value as JSON. Its annotation is named, since the module it comes from need not be there. */
    static boolean isJson(Component component) {
        return qualifiers(component).contains(JSON);
    }

    /** The annotations by which Jdbi binds and reads the value in another way than its type alone says. */
    static List<String> unknownQualifiers(Component component) {
        Class<?> type = component.valueType();
        boolean byName = type.isEnum() && !component.isOptional();
        Stream<String> written = qualifiers(component).stream()
                .filter(name -> !name.equals(JSON) && !(byName && name.equals(ENUM_BY_NAME)));
        return Stream.concat(written, type.isEnum() ? ofEnum(type) : Stream.empty())
                .toList();
    }

    private static Stream<String> ofEnum(Class<?> type) {
        Stream<Annotation> ofConstants =
                Stream.of(type.getFields()).flatMap(field -> Stream.of(field.getAnnotations()));
        return Stream.concat(
                        Stream.of(type.getAnnotations())
                                .filter(JdbiAnnotations::isQualifier)
                                .filter(annotation -> !(annotation instanceof EnumByName)),
                        ofConstants.filter(DatabaseValue.class::isInstance))
                .map(annotation -> annotation.annotationType().getName())
                .distinct();
    }

    private static List<String> qualifiers(Component component) {
        RecordComponent leaf = component.leaf();
        return Stream.of(Records.parameter(leaf), Records.field(leaf), leaf.getAccessor())
                .flatMap(element -> ofMapping(element).stream())
                .filter(JdbiAnnotations::isQualifier)
                .map(annotation -> annotation.annotationType().getName())
                .distinct()
                .toList();
    }

    /** Wherever one stands, it must stand where Jdbi looks for it. */
    void check(Component component) {
        RecordComponent leaf = component.leaf();
        List<Annotation> written = ofMapping(Records.field(leaf));
        List<Annotation> parameter = ofMapping(Records.parameter(leaf));
        List<Annotation> accessor = ofMapping(leaf.getAccessor()).stream()
                .filter(JdbiAnnotations::isQualifier)
                .toList();
        missing(List.of(written, accessor), parameter)
                .forEach(annotation -> problems.add(
                        component,
                        "its @" + nameOf(annotation)
                                + " does not stand on the constructor's parameter, where Jdbi looks for it.",
                        fix(component, annotation, "the parameter of the constructor")));
        missing(List.of(written, parameter), accessor)
                .filter(JdbiAnnotations::isQualifier)
                .forEach(annotation -> problems.add(
                        component,
                        "its @" + nameOf(annotation) + " does not stand on its accessor, where Jdbi looks for it.",
                        fix(component, annotation, "the method " + leaf.getName() + "()")));
    }

    private static Stream<Annotation> missing(List<List<Annotation>> elsewhere, List<Annotation> here) {
        return elsewhere.stream()
                .flatMap(List::stream)
                .filter(annotation -> !here.contains(annotation))
                .distinct();
    }

    private static String nameOf(Annotation annotation) {
        return annotation.annotationType().getSimpleName();
    }

    private static String fix(Component component, Annotation annotation, String place) {
        String name = nameOf(annotation);
        if (Kotlin.isSourceOf(component.leaf().getDeclaringRecord())) {
            return isQualifier(annotation)
                    ? "write the same @param:" + name + " and @get:" + name + "."
                    : "write @param:" + name + ".";
        }
        return "write the same @" + name + " on the component and on " + place + ".";
    }

    private static List<Annotation> ofMapping(AnnotatedElement element) {
        return Stream.of(element.getAnnotations())
                .filter(annotation -> annotation instanceof ColumnName
                        || annotation instanceof Nested
                        || annotation instanceof PropagateNull
                        || isQualifier(annotation))
                .toList();
    }

    private static boolean isQualifier(Annotation annotation) {
        return annotation.annotationType().isAnnotationPresent(Qualifier.class);
    }
}
