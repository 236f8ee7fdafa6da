package dev.schemareset.find;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;

/**
 * Finds the components of a record that its class file marks with an annotation called {@code Nullable}: on the component, its field,
 * its accessor, its parameter of the canonical constructor, or the type of any of these.
 */
final class NullableComponents extends ClassVisitor {

    private static final int API = Opcodes.ASM9;

    private final Map<String, RecordComponent> components = new LinkedHashMap<>();
    private final String constructor;
    private final List<String> described = new ArrayList<>();
    private final Set<String> nullable = new HashSet<>();

    private NullableComponents(Class<?> record) {
        super(API);
        Stream.of(record.getRecordComponents()).forEach(component -> components.put(component.getName(), component));
        this.constructor = Type.getConstructorDescriptor(Records.canonicalConstructor(record));
    }

    /** Their names; empty when the bytes describe another class, or this one with other components. */
    static Optional<Set<String>> in(byte[] bytes, Class<?> record) {
        NullableComponents visitor = new NullableComponents(record);
        new ClassReader(asOfJava17(bytes))
                .accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return visitor.describes(record) ? Optional.of(Set.copyOf(visitor.nullable)) : Optional.empty();
    }

    /** ASM refuses the version of a Java that it does not know yet. What is read has not changed since there are records. */
    private static byte[] asOfJava17(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[6] = 0;
        copy[7] = Opcodes.V17;
        return copy;
    }

    private boolean describes(Class<?> record) {
        Stream<String> known = components.values().stream()
                .map(component ->
                        component.getName() + component.getType().descriptorString() + component.getGenericSignature());
        return described.equals(
                Stream.concat(Stream.of(Type.getInternalName(record)), known).toList());
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        described.add(name);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
        described.add(name + descriptor + signature);
        return new RecordComponentVisitor(API) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return look(name, null, annotation);
            }

            @Override
            public @Nullable AnnotationVisitor visitTypeAnnotation(
                    int typeRef, @Nullable TypePath path, String annotation, boolean visible) {
                return look(name, path, annotation);
            }
        };
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        return new FieldVisitor(API) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return look(name, null, annotation);
            }

            @Override
            public @Nullable AnnotationVisitor visitTypeAnnotation(
                    int typeRef, @Nullable TypePath path, String annotation, boolean visible) {
                return look(name, path, annotation);
            }
        };
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (name.equals("<init>") && descriptor.equals(constructor)) {
            return new ConstructorVisitor();
        }
        return descriptor.startsWith("()") ? new AccessorVisitor(name) : null;
    }

    private final class AccessorVisitor extends MethodVisitor {

        private final String component;

        AccessorVisitor(String component) {
            super(API);
            this.component = component;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            return look(component, null, annotation);
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
                int typeRef, @Nullable TypePath path, String annotation, boolean visible) {
            boolean ofResult = new TypeReference(typeRef).getSort() == TypeReference.METHOD_RETURN;
            return ofResult ? look(component, path, annotation) : null;
        }
    }

    private final class ConstructorVisitor extends MethodVisitor {

        private final List<String> parameters = List.copyOf(components.keySet());

        ConstructorVisitor() {
            super(API);
        }

        @Override
        public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String annotation, boolean visible) {
            return look(parameters.get(parameter), null, annotation);
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
                int typeRef, @Nullable TypePath path, String annotation, boolean visible) {
            TypeReference reference = new TypeReference(typeRef);
            return reference.getSort() == TypeReference.METHOD_FORMAL_PARAMETER
                    ? look(parameters.get(reference.getFormalParameterIndex()), path, annotation)
                    : null;
        }
    }

    /** Notes a mark; nobody asks what the annotation holds. */
    private @Nullable AnnotationVisitor look(String name, @Nullable TypePath path, String annotation) {
        RecordComponent component = components.get(name);
        if (component != null
                && Nullability.isCalledNullable(Type.getType(annotation).getClassName())
                && isOfWhole(component.getType(), path)) {
            nullable.add(name);
        }
        return null;
    }

    /** Whether the annotation at a path means the type itself, and not an element that may be null or a type argument. */
    private static boolean isOfWhole(Class<?> type, @Nullable TypePath path) {
        Class<?> part = type;
        for (int step = 0; path != null && step < path.getLength(); step++) {
            if (path.getStep(step) == TypePath.ARRAY_ELEMENT && part.isArray()) {
                part = part.componentType();
            } else if (path.getStep(step) != TypePath.INNER_TYPE) {
                return false;
            }
        }
        return part == type || part.isPrimitive();
    }
}
