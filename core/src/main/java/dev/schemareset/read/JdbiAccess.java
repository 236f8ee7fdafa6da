package dev.schemareset.read;

import dev.schemareset.find.Problems;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.Nested;

/**
 * Tells when Jdbi cannot make a record, or cannot bind it; a schema is made of it all the same. Measured with Jdbi 3.55: it looks for
 * accessors in public classes and interfaces only, whatever encloses them. It makes what the record's module lets it reflect on.
 */
record JdbiAccess(Problems problems) {

    private static final Module JDBI = Nested.class.getModule();

    void check(Class<?> record) {
        if (!isMade(record)) {
            String name = record.getPackageName();
            problems.advise(
                    record,
                    "Jdbi cannot make it from a row: the module "
                            + record.getModule().getName() + " does not open its package to Jdbi.",
                    "write \"opens " + name + ";\" into module-info.java"
                            + (isPublic(record) ? ", or \"exports " + name + ";\"." : "."));
        }
        List<String> hidden = hiddenAccessors(record);
        if (!hidden.isEmpty()) {
            problems.advise(
                    record,
                    "it is not public, and Jdbi's bindMethods says \"Missing named parameter\" for "
                            + String.join(", ", hidden) + ".",
                    "make it public, or bind each value with bind(...).");
        }
    }

    private static boolean isMade(Class<?> record) {
        Module module = record.getModule();
        String name = record.getPackageName();
        return module.isOpen(name, JDBI) || (isPublic(record) && module.isExported(name, JDBI));
    }

    private static List<String> hiddenAccessors(Class<?> record) {
        return isPublic(record)
                ? List.of()
                : Stream.of(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !isInPublicInterface(record, name))
                        .map(name -> ":" + name)
                        .toList();
    }

    private static boolean isInPublicInterface(Class<?> type, String accessor) {
        return Stream.of(type.getInterfaces())
                .anyMatch(above -> isPublic(above) ? declares(above, accessor) : isInPublicInterface(above, accessor));
    }

    private static boolean declares(Class<?> type, String accessor) {
        return Stream.of(type.getMethods())
                .anyMatch(method ->
                        method.getParameterCount() == 0 && method.getName().equals(accessor));
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers());
    }
}
