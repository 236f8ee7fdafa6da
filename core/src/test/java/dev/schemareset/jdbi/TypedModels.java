package dev.schemareset.jdbi;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.jdbi.TypedModel.Row;
import dev.schemareset.support.CompiledModels;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** Compiles the same source for each type, as if each were written out. */
final class TypedModels {

    private static final String SOURCE = """
            package typed.PACKAGE;

            import dev.schemareset.annotation.PrimaryKey;
            import dev.schemareset.annotation.Table;
            import dev.schemareset.jdbi.TypedModel;
            import java.util.List;
            import java.util.Optional;
            import org.jdbi.v3.core.Handle;
            import org.jdbi.v3.core.mapper.Nested;
            import org.jdbi.v3.sqlobject.customizer.Bind;
            import org.jdbi.v3.sqlobject.statement.SqlQuery;
            import org.jdbi.v3.sqlobject.statement.SqlUpdate;

            public final class Typed implements TypedModel<BOX> {

                @Table
                public record Model(@PrimaryKey long id, TYPE value, Optional<BOX> maybe) implements Row<BOX> {
                    public BOX boxed() { return value; }
                }

                public record Part(TYPE value, Optional<BOX> maybe) {}

                @Table
                public record Nesting(long id, @Nested("part") Part part) implements Row<BOX> {
                    public BOX boxed() { return part.value(); }
                    public Optional<BOX> maybe() { return part.maybe(); }
                }

                public static final class Bean {
                    private final Model model;
                    Bean(Model model) { this.model = model; }
                    public long getId() { return model.id(); }
                    public TYPE getValue() { return model.value(); }
                    public Optional<BOX> getMaybe() { return model.maybe(); }
                }

                public interface Dao {
                    @SqlUpdate("INSERT INTO model VALUES (:id, :value, :maybe)")
                    void insert(@Bind("id") long id, @Bind("value") TYPE value, @Bind("maybe") Optional<BOX> maybe);

                    @SqlQuery("SELECT value FROM model ORDER BY id")
                    List<BOX> values();
                }

                public Class<Model> type() { return Model.class; }
                public Class<Nesting> nestingType() { return Nesting.class; }
                public Row<BOX> model(long id, BOX value, Optional<BOX> maybe) { return new Model(id, value, maybe); }
                public Object bean(Row<BOX> row) { return new Bean((Model) row); }
                public void insert(Handle handle, List<Row<BOX>> rows) {
                    Dao dao = handle.attach(Dao.class);
                    rows.forEach(row -> dao.insert(row.id(), row.boxed(), row.maybe()));
                }
                public List<BOX> values(Handle handle) { return handle.attach(Dao.class).values(); }
            }
            """;

    private static final Map<Class<?>, TypedModel<?>> MODELS = compiled();

    private TypedModels() {}

    @SuppressWarnings("unchecked")
    static <T> TypedModel<T> of(Class<T> type) {
        return (TypedModel<T>) MODELS.get(type);
    }

    /** Values as rows; of every three, one has no second value. */
    static <T> List<Row<T>> rows(TypedModel<T> model, List<T> values, long firstId) {
        List<Row<T>> rows = new ArrayList<>();
        for (T value : values) {
            Optional<T> maybe = rows.size() % 3 == 0 ? Optional.empty() : Optional.of(value);
            rows.add(model.model(firstId + rows.size(), value, maybe));
        }
        return rows;
    }

    /** Connects to a new database of a model. */
    static Jdbi database(TypedModel<?> model, Path file) {
        SchemaReset reset = SchemaReset.forModels(model.type()).database(file);
        reset.apply(Confirm.YES);
        return reset.jdbi().installPlugin(new SqlObjectPlugin());
    }

    private static Map<Class<?>, TypedModel<?>> compiled() {
        List<? extends Class<?>> types =
                Samples.allAndPrimitives().<Class<?>>map(Samples::type).toList();
        Path root = Path.of("target", "typed-models");
        try {
            for (Class<?> type : types) {
                Path source = root.resolve("sources").resolve(packageOf(type)).resolve("Typed.java");
                Files.createDirectories(source.getParent());
                Files.writeString(source, source(type));
            }
            Path classes = Files.createDirectories(root.resolve("classes"));
            CompiledModels.of(root.resolve("sources"), classes);
            return loaded(types, new URLClassLoader(new URL[] {classes.toUri().toURL()}));
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<Class<?>, TypedModel<?>> loaded(List<? extends Class<?>> types, ClassLoader loader)
            throws ReflectiveOperationException {
        Map<Class<?>, TypedModel<?>> models = new HashMap<>();
        for (Class<?> type : types) {
            Class<?> typed = loader.loadClass("typed." + packageOf(type) + ".Typed");
            models.put(type, (TypedModel<?>) typed.getConstructor().newInstance());
        }
        return models;
    }

    private static String source(Class<?> type) {
        return SOURCE.replace("PACKAGE", packageOf(type))
                .replace("TYPE", type.getCanonicalName())
                .replace("BOX", MethodType.methodType(type).wrap().returnType().getCanonicalName());
    }

    private static String packageOf(Class<?> type) {
        return "of_" + type.getCanonicalName().replaceAll("\\W", "_");
    }
}
