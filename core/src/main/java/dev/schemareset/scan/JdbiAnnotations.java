package dev.schemareset.scan;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.enums.DatabaseValue;
import org.jdbi.v3.core.enums.EnumByName;
import org.jdbi.v3.core.mapper.Nested;
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
        return Stream.of(Records.field(component.leaf()).getAnnotations())
                .filter(JdbiAnnotations::isQualifier)
                .map(annotation -> annotation.annotationType().getName())
                .toList();
    }

    void check(Component component) {
        RecordComponent leaf = component.leaf();
        Set<Annotation> written = ofMapping(Records.field(leaf));
        differences(written, ofMapping(Records.parameter(leaf)))
                .forEach(name -> problems.add(
                        component,
                        "its @" + name + " does not stand on the constructor's parameter, where Jdbi looks for it.",
                        "write the same @" + name + " on the component and on the parameter of the constructor."));
        written.removeIf(annotation -> !isQualifier(annotation));
        Set<Annotation> accessor = ofMapping(leaf.getAccessor());
        accessor.removeIf(annotation -> !isQualifier(annotation));
        differences(written, accessor)
                .forEach(name -> problems.add(
                        component,
                        "its @" + name + " does not stand on its accessor, where Jdbi looks for it.",
                        "write the same @" + name + " on the component and on the method " + leaf.getName() + "()."));
    }

    private static Stream<String> differences(Set<Annotation> one, Set<Annotation> other) {
        return Stream.concat(one.stream(), other.stream())
                .filter(annotation -> !one.contains(annotation) || !other.contains(annotation))
                .map(annotation -> annotation.annotationType().getSimpleName())
                .distinct();
    }

    private static Set<Annotation> ofMapping(AnnotatedElement element) {
        Set<Annotation> annotations = new HashSet<>();
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation instanceof ColumnName || annotation instanceof Nested || isQualifier(annotation)) {
                annotations.add(annotation);
            }
        }
        return annotations;
    }

    private static boolean isQualifier(Annotation annotation) {
        return annotation.annotationType().isAnnotationPresent(Qualifier.class);
    }
}
