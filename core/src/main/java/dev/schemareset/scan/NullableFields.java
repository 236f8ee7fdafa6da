package dev.schemareset.scan;

import io.github.classgraph.AnnotationInfo;
import io.github.classgraph.AnnotationInfoList;
import io.github.classgraph.ArrayTypeSignature;
import io.github.classgraph.BaseTypeSignature;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ClassInfoList;
import io.github.classgraph.ClassRefTypeSignature;
import io.github.classgraph.FieldInfo;
import io.github.classgraph.ScanResult;
import io.github.classgraph.TypeSignature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the annotations called {@code Nullable} that stand in class files only, where reflection does not see them. */
final class NullableFields {

    private NullableFields() {}

    /** The annotated fields of records, as {@code class#field}; the class files of some of them have been seen before. */
    static Set<String> of(List<Class<?>> records, ClassInfoList seen) {
        Set<String> fields = new HashSet<>();
        List<Class<?>> unseen = new ArrayList<>();
        for (Class<?> record : records) {
            ClassInfo info = seen.get(record.getName());
            if (info == null) {
                unseen.add(record);
            } else {
                collect(info, fields);
            }
        }
        collectUnseen(unseen, fields);
        return Set.copyOf(fields);
    }

    /** A class that was made at run time has no class file to look into. */
    private static void collectUnseen(List<Class<?>> records, Set<String> fields) {
        if (records.isEmpty()) {
            return;
        }
        ClassGraph graph = ClassFiles.graph()
                .acceptClasses(records.stream().map(Class::getName).toArray(String[]::new));
        records.stream().map(Class::getClassLoader).distinct().forEach(graph::addClassLoader);
        try (ScanResult scan = graph.scan()) {
            scan.getAllClasses().forEach(info -> collect(info, fields));
        }
    }

    private static void collect(ClassInfo info, Set<String> fields) {
        info.getDeclaredFieldInfo()
                .filter(NullableFields::isNullable)
                .forEach(field -> fields.add(info.getName() + "#" + field.getName()));
    }

    private static boolean isNullable(FieldInfo field) {
        return hasNullable(field.getAnnotationInfo()) || isNullable(field.getTypeSignatureOrTypeDescriptor());
    }

    private static boolean isNullable(TypeSignature type) {
        if (hasNullable(type.getTypeAnnotationInfo())) {
            return true;
        }
        if (type instanceof ArrayTypeSignature array) {
            return array.getElementTypeSignature() instanceof BaseTypeSignature
                    && isNullable(array.getElementTypeSignature());
        }
        // The annotation of a nested type stands behind the name of the outer one.
        return type instanceof ClassRefTypeSignature nested
                && nested.getSuffixTypeAnnotationInfo() != null
                && nested.getSuffixTypeAnnotationInfo().stream().anyMatch(NullableFields::hasNullable);
    }

    private static boolean hasNullable(@Nullable AnnotationInfoList annotations) {
        return annotations != null
                && annotations.stream().map(AnnotationInfo::getName).anyMatch(Nullability::isCalledNullable);
    }
}
