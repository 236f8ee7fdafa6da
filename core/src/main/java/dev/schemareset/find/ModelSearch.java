package dev.schemareset.find;

import dev.schemareset.annotation.Ignore;
import dev.schemareset.annotation.Table;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ClassInfoList;
import io.github.classgraph.ScanResult;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the models, in packages or among given classes. */
public final class ModelSearch {

    private static final String IDENTIFIER = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
    private static final Pattern PACKAGE_NAME = Pattern.compile(IDENTIFIER + "(?:\\." + IDENTIFIER + ")*");
    private static final String NAME_A_PACKAGE =
            "name the package of your models, e.g. \"app.models\"; name models without a package with forModels(...).";

    private ModelSearch() {}

    public static Models inPackages(List<String> packages, Problems problems) {
        checkNames(packages, problems);
        problems.throwIfAny();
        try (ScanResult scan = scan(packages)) {
            ClassInfoList seen = scan.getAllClasses();
            ClassInfoList tables = seen.filter(type -> carries(type, Table.class));
            List<String> withoutTable = seen.filter(
                            type -> type.isRecord() && !carries(type, Table.class) && !carries(type, Ignore.class))
                    .getNames();
            packages.stream()
                    .filter(name -> tables.getNames().stream().noneMatch(table -> isBelow(name, table)))
                    .forEach(name -> reportNoModel(name, seen.getNames(), withoutTable, problems));
            seen.filter(type -> !type.isRecord() && !carries(type, Table.class))
                    .forEach(type -> reportFields(type, problems));
            List<Class<?>> loaded = tables.stream()
                    .flatMap(type -> load(type, problems).stream())
                    .toList();
            return models(loaded, withoutTable, problems);
        }
    }

    /** ClassGraph clears the interrupt of a thread (measured), which is for others to heed. */
    private static ScanResult scan(List<String> packages) {
        boolean interrupted = Thread.interrupted();
        try {
            return new ClassGraph()
                    .enableAnnotationInfo()
                    .enableFieldInfo()
                    .ignoreClassVisibility()
                    .ignoreFieldVisibility()
                    .acceptPackages(packages.toArray(String[]::new))
                    .scan();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void checkNames(List<String> packages, Problems problems) {
        if (packages.isEmpty()) {
            problems.add("forPackages", "no package is named.", NAME_A_PACKAGE);
        }
        for (String name : packages) {
            if (!PACKAGE_NAME.matcher(name).matches()) {
                problems.add("forPackages", "\"" + name + "\" is not the name of a package.", NAME_A_PACKAGE);
            }
        }
    }

    private static boolean isBelow(String packageName, String className) {
        return className.startsWith(packageName + ".");
    }

    /** Directly: an annotation that carries the annotation is another one. */
    private static boolean carries(ClassInfo type, Class<? extends Annotation> annotation) {
        return type.getAnnotationInfo().directOnly().containsName(annotation.getName());
    }

    public static Models among(List<Class<?>> classes, Problems problems) {
        if (classes.isEmpty()) {
            problems.add(
                    "forModels", "no class is named.", "name your models, e.g. forModels(User.class, Team.class).");
        }
        List<Class<?>> tables = new ArrayList<>();
        for (Class<?> type : classes) {
            if (type.isAnnotationPresent(Table.class)) {
                tables.add(type);
            } else {
                problems.add(
                        Place.of(type), "it carries no @Table.", "write @Table on it, or leave it out of forModels.");
            }
        }
        return models(tables, List.of(), problems);
    }

    private static Models models(List<Class<?>> tables, List<String> recordsWithoutTable, Problems problems) {
        List<Class<?>> records = new ArrayList<>();
        tables.stream().distinct().sorted(Comparator.comparing(Class::getName)).forEach(type -> {
            if (type.isRecord()) {
                records.add(type);
            } else {
                problems.add(
                        Place.of(type),
                        "it carries @Table and is not a record.",
                        "make it " + Kotlin.recordFor(type) + ", or remove @Table.");
            }
        });
        Set<Class<?>> nested = NestedRecords.of(records);
        List<String> forgotten = recordsWithoutTable.stream()
                .filter(name -> nested.stream().noneMatch(type -> type.getName().equals(name)))
                .toList();
        return new Models(List.copyOf(records), forgotten);
    }

    private static Optional<Class<?>> load(ClassInfo type, Problems problems) {
        try {
            Class<?> loaded = loaded(type);
            if (loaded.isAnnotationPresent(Table.class)) {
                return Optional.of(loaded);
            }
            problems.add(
                    type.getName(),
                    "the class that is loaded carries no @Table, but the class file that was found does. There are two copies of the"
                            + " class, or of SchemaReset.",
                    "keep one copy, or name the models with forModels(...).");
            return Optional.empty();
        } catch (IllegalArgumentException | LinkageError e) {
            problems.add(
                    type.getName(),
                    "the class cannot be loaded: " + e + ".",
                    "put what it needs on the class path or module path.");
            return Optional.empty();
        }
    }

    /** The class that the application sees: ClassGraph takes that of a parent where the context loader may prefer its own. */
    private static Class<?> loaded(ClassInfo type) {
        try {
            return Class.forName(type.getName(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            return type.loadClass();
        }
    }

    /** Annotations for components, on fields that are none. */
    private static void reportFields(ClassInfo type, Problems problems) {
        List<String> fields = type.getDeclaredFieldInfo()
                .filter(field -> field.getAnnotationInfo().getNames().stream().anyMatch(Annotations::isOurs))
                .getNames();
        if (!fields.isEmpty()) {
            boolean kotlin = type.getAnnotationInfo().containsName(Kotlin.METADATA);
            problems.add(
                    type.getName(),
                    "it is not a record, and annotations for components of records stand on "
                            + String.join(", ", fields) + ".",
                    "make it " + Kotlin.recordFor(kotlin) + ", or remove them.");
        }
    }

    private static void reportNoModel(
            String packageName, List<String> seen, List<String> recordsWithoutTable, Problems problems) {
        long classes = seen.stream().filter(name -> isBelow(packageName, name)).count();
        List<String> records = recordsWithoutTable.stream()
                .filter(name -> isBelow(packageName, name))
                .toList();
        problems.add(
                packageName,
                "no model was found in it or in a sub-package. Scanned classes: " + classes
                        + "; records without @Table: " + (records.isEmpty() ? "none" : String.join(", ", records))
                        + ".",
                classes == 0
                        ? "check the name of the package, and that its classes are on the class path or module path. Models that are"
                                + " only in memory, as with java First.java or JShell, are not found: name them with forModels(...)."
                        : "write @Table on the records that are models.");
    }
}
