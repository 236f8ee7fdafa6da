package dev.schemareset.scan;

import dev.schemareset.annotation.Table;
import io.github.classgraph.AnnotationInfo;
import io.github.classgraph.AnnotationInfoList;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ClassInfoList;
import io.github.classgraph.FieldInfo;
import io.github.classgraph.ScanResult;
import io.github.classgraph.TypeSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the models, in packages or among given classes. */
final class ModelSearch {

    private ModelSearch() {}

    static Models inPackages(List<String> packages, Problems problems) {
        if (packages.isEmpty() || packages.stream().anyMatch(String::isBlank)) {
            problems.add("forPackage", "no package is named.", "name the package of your models, e.g. \"app.models\".");
            problems.throwIfAny();
        }
        try (ScanResult scan =
                graph().acceptPackages(packages.toArray(String[]::new)).scan()) {
            ClassInfoList seen = scan.getAllClasses();
            List<String> withoutTable = seen.filter(type -> type.isRecord() && !type.hasAnnotation(Table.class))
                    .getNames();
            List<Class<?>> records = new ArrayList<>();
            for (ClassInfo type : seen.filter(type -> type.hasAnnotation(Table.class))) {
                load(type, problems).ifPresent(records::add);
            }
            if (records.isEmpty()) {
                reportNoModel(packages, seen, withoutTable, problems);
            }
            return models(records.stream(), withoutTable, scan, problems);
        }
    }

    static Models among(List<Class<?>> classes, Problems problems) {
        if (classes.isEmpty()) {
            problems.add(
                    "forModels", "no class is named.", "name your models, e.g. forModels(User.class, Team.class).");
        }
        for (Class<?> type : classes) {
            if (!type.isAnnotationPresent(Table.class)) {
                problems.add(type, "it carries no @Table.", "write @Table on it, or leave it out of forModels.");
            }
        }
        problems.throwIfAny();
        ClassGraph graph =
                graph().acceptClasses(classes.stream().map(Class::getName).toArray(String[]::new));
        classes.stream().map(Class::getClassLoader).distinct().forEach(graph::addClassLoader);
        try (ScanResult scan = graph.scan()) {
            return models(classes.stream().distinct(), List.of(), scan, problems);
        }
    }

    private static ClassGraph graph() {
        return new ClassGraph()
                .enableAnnotationInfo()
                .enableFieldInfo()
                .ignoreClassVisibility()
                .ignoreFieldVisibility();
    }

    private static Models models(
            Stream<Class<?>> tables, List<String> recordsWithoutTable, ScanResult scan, Problems problems) {
        List<Class<?>> records = new ArrayList<>();
        tables.sorted(Comparator.comparing(Class::getName)).forEach(type -> {
            if (type.isRecord()) {
                records.add(type);
            } else {
                problems.add(type, "it carries @Table and is not a record.", "make it a record, or remove @Table.");
            }
        });
        Set<String> nullableFields = new HashSet<>();
        for (Class<?> record : records) {
            ClassInfo info = scan.getClassInfo(record.getName());
            if (info != null) {
                info.getDeclaredFieldInfo()
                        .filter(ModelSearch::isNullable)
                        .forEach(field -> nullableFields.add(record.getName() + "#" + field.getName()));
            }
        }
        return new Models(List.copyOf(records), recordsWithoutTable, Set.copyOf(nullableFields));
    }

    private static boolean isNullable(FieldInfo field) {
        TypeSignature type = field.getTypeSignatureOrTypeDescriptor();
        return hasNullable(field.getAnnotationInfo()) || hasNullable(type.getTypeAnnotationInfo());
    }

    private static boolean hasNullable(AnnotationInfoList annotations) {
        return annotations != null
                && annotations.stream().map(AnnotationInfo::getName).anyMatch(Nullability::isCalledNullable);
    }

    private static Optional<Class<?>> load(ClassInfo type, Problems problems) {
        try {
            return Optional.of(type.loadClass());
        } catch (IllegalArgumentException | LinkageError e) {
            problems.add(
                    type.getName(),
                    "the class cannot be loaded: " + e.getMessage() + ".",
                    "put what it needs on the class path or module path.");
            return Optional.empty();
        }
    }

    private static void reportNoModel(
            List<String> packages, ClassInfoList seen, List<String> recordsWithoutTable, Problems problems) {
        String records = recordsWithoutTable.isEmpty() ? "none" : String.join(", ", recordsWithoutTable);
        problems.add(
                String.join(", ", packages),
                "no model was found here or in a sub-package. Scanned classes: " + seen.size()
                        + "; records without @Table: " + records + ".",
                seen.isEmpty()
                        ? "check the name of the package, and that its classes are on the class path or module path."
                        : "write @Table on the records that are models.");
    }
}
