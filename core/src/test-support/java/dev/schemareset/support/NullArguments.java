package dev.schemareset.support;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Passes null for each parameter of what packages export, one at a time, and in arrays as an element: the error must name the parameter.
 * Left out are annotations, {@code equals}, what says {@code @Nullable}, and the constructors of records, which the library fills.
 */
public final class NullArguments {

    private final Map<Class<?>, Object> samples = new HashMap<>(Map.of(
            String.class, "x",
            Object.class, "x",
            Path.class, Path.of("x"),
            List.class, List.of(),
            Optional.class, Optional.empty(),
            OptionalLong.class, OptionalLong.empty(),
            Clock.class, Clock.systemUTC(),
            Duration.class, Duration.ofSeconds(1),
            Instant.class, Instant.EPOCH,
            Class.class, Object.class));

    /** One that knows the values of these classes besides; what cannot be made otherwise needs one. */
    public NullArguments(Object... more) {
        samples.put(Map.class, Map.of());
        samples.put(Throwable.class, new RuntimeException("x"));
        samples.put(Jdbi.class, Jdbi.create("jdbc:sqlite::memory:"));
        for (Object sample : more) {
            samples.put(sample.getClass(), sample);
        }
    }

    /** What does not name its parameter, a line each. */
    public List<String> unnamed(String... packages) {
        List<String> unnamed = new ArrayList<>();
        try (ScanResult scan = new ClassGraph()
                .acceptPackagesNonRecursive(packages)
                .filterClasspathElements(element -> !element.contains("test-classes"))
                .enableClassInfo()
                .scan()) {
            scan.getAllClasses().loadClasses().stream()
                    .filter(NullArguments::isExported)
                    .flatMap(NullArguments::executables)
                    .forEach(executable -> probe(executable, unnamed));
        }
        unnamed.sort(null);
        return unnamed;
    }

    private static boolean isExported(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnnotation()
                && (enclosing == null || isExported(enclosing));
    }

    private static Stream<Executable> executables(Class<?> type) {
        Stream<Constructor<?>> constructors = type.isRecord() || Modifier.isAbstract(type.getModifiers())
                ? Stream.of()
                : Stream.of(type.getConstructors());
        Stream<Method> methods = Stream.of(type.getDeclaredMethods())
                .filter(method -> !Modifier.isAbstract(method.getModifiers()) && !method.isSynthetic())
                .filter(method ->
                        !method.getName().equals("equals") && !method.getName().equals("valueOf"));
        return Stream.<Executable>concat(constructors, methods)
                .filter(executable -> Modifier.isPublic(executable.getModifiers()));
    }

    private void probe(Executable executable, List<String> unnamed) {
        Parameter[] parameters = executable.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].getType().isPrimitive()
                    && !parameters[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                probe(executable, i, null, unnamed);
                if (parameters[i].getType().isArray()
                        && !parameters[i].getType().getComponentType().isPrimitive()) {
                    probe(
                            executable,
                            i,
                            Array.newInstance(parameters[i].getType().getComponentType(), 1),
                            unnamed);
                }
            }
        }
    }

    private void probe(Executable executable, int position, @Nullable Object argument, List<String> unnamed) {
        Parameter parameter = executable.getParameters()[position];
        Object[] arguments =
                Arrays.stream(executable.getParameterTypes()).map(this::sample).toArray();
        arguments[position] = argument;
        String outcome;
        try {
            invoke(executable, arguments);
            outcome = "no error";
        } catch (InvocationTargetException e) {
            Throwable error = e.getCause();
            outcome = error instanceof NullPointerException ? String.valueOf(error.getMessage()) : error.toString();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(executable.toString(), e);
        }
        if (!outcome.equals(parameter.getName())) {
            unnamed.add(executable + ", " + (argument == null ? "" : "an element of ") + parameter.getName() + ": "
                    + outcome);
        }
    }

    private void invoke(Executable executable, Object[] arguments) throws ReflectiveOperationException {
        if (executable instanceof Constructor<?> constructor) {
            constructor.newInstance(arguments);
        } else if (executable instanceof Method method) {
            method.invoke(
                    Modifier.isStatic(method.getModifiers()) ? null : sample(method.getDeclaringClass()), arguments);
        }
    }

    private Object sample(Class<?> type) {
        Object known = samples.get(type);
        if (known != null) {
            return known;
        }
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isSealed()) {
            return sample(type.getPermittedSubclasses()[0]);
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
        }
        return noArguments(type);
    }

    private static Object noArguments(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("give a sample of " + type, e);
        }
    }

    private Object record(Class<?> type) {
        Class<?>[] components = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(components)
                    .newInstance(Stream.of(components).map(this::sample).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("give a sample of " + type, Objects.requireNonNullElse(e.getCause(), e));
        }
    }
}
