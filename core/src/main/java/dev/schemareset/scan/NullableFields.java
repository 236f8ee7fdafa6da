package dev.schemareset.scan;

import io.github.classgraph.AnnotationInfo;
import io.github.classgraph.AnnotationInfoList;
import io.github.classgraph.ArrayTypeSignature;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ClassRefTypeSignature;
import io.github.classgraph.FieldInfo;
import io.github.classgraph.ScanResult;
import io.github.classgraph.TypeSignature;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the annotations called {@code Nullable} that stand in class files only, where reflection does not see them. */
final class NullableFields {

    private NullableFields() {}

    /** The annotated fields, as {@code class#field}. */
    static Set<String> of(List<Class<?>> records, ScanResult scan) {
        Set<String> fields = new HashSet<>();
        for (Class<?> record : records) {
            ClassInfo info = scan.getClassInfo(record.getName());
            // A class that was made at run time has no class file to look into.
            if (info != null) {
                info.getDeclaredFieldInfo()
                        .filter(NullableFields::isNullable)
                        .forEach(field -> fields.add(record.getName() + "#" + field.getName()));
            }
        }
        return Set.copyOf(fields);
    }

    private static boolean isNullable(FieldInfo field) {
        return hasNullable(field.getAnnotationInfo()) || isNullable(field.getTypeSignatureOrTypeDescriptor());
    }

    private static boolean isNullable(TypeSignature type) {
        if (hasNullable(type.getTypeAnnotationInfo())) {
            return true;
        }
        if (type instanceof ArrayTypeSignature array) {
            return isNullable(array.getElementTypeSignature());
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
