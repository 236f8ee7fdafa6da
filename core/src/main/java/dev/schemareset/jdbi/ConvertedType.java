package dev.schemareset.jdbi;

import dev.schemareset.type.StoredType;
import dev.schemareset.type.StoredType.Conversion;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A Java type that can be a column: how it is bound and how it is read. */
record ConvertedType<T>(StoredType<T> stored, Class<T> type, Conversion<T, ?> conversion)
        implements ArgumentFactory.Preparable, ColumnMapper<T> {

    /** Jdbi asks first what is registered last. */
    static List<ConvertedType<?>> all() {
        return StoredType.all().stream()
                .<ConvertedType<?>>map(ConvertedType::of)
                .toList();
    }

    @SuppressWarnings("unchecked")
    static <T> ConvertedType<T> of(Class<T> type) {
        return of((StoredType<T>) StoredType.of(type).orElseThrow());
    }

    private static <T> ConvertedType<T> of(StoredType<T> type) {
        return new ConvertedType<>(type, type.javaType(), type.conversion());
    }

    void registerWith(Jdbi jdbi) {
        jdbi.registerArgument(this);
        jdbi.registerColumnMapper(type, this);
        Class<?> primitive = MethodType.methodType(type).unwrap().returnType();
        if (primitive.isPrimitive()) {
            jdbi.registerColumnMapper(primitive, new PrimitiveMapper(primitive, this));
        }
    }

    /** For a value whose type is declared, if only by its class: that of a path is none that programs name. */
    @Override
    public Optional<Function<Object, Argument>> prepare(Type declared, ConfigRegistry config) {
        return isOf(declared) ? Optional.of(value -> argument(value, declared, config)) : Optional.empty();
    }

    /** For a value that comes without its type, declared as an {@code Object} say. */
    @Override
    public Optional<Argument> build(Type declared, @Nullable Object value, ConfigRegistry config) {
        return isOf(declared) || type.isInstance(value)
                ? Optional.of(argument(value, declared, config))
                : Optional.empty();
    }

    private boolean isOf(Type declared) {
        return GenericTypes.box(declared) instanceof Class<?> boxed && type.isAssignableFrom(boxed);
    }

    private Argument argument(@Nullable Object value, Type declared, ConfigRegistry config) {
        if (value != null) {
            return new StoredArgument(conversion.store().apply(type.cast(value)));
        }
        boolean primitive = declared instanceof Class<?> known && known.isPrimitive();
        if (primitive && !config.get(Arguments.class).isBindingNullToPrimitivesPermitted()) {
            throw new IllegalArgumentException(
                    "Null cannot be bound to " + declared.getTypeName() + ": the Jdbi is configured to refuse it.");
        }
        return new NullArgument(Types.NULL);
    }

    @Override
    public @Nullable T map(ResultSet row, int column, StatementContext context) throws SQLException {
        // Not by getInt and the like, which cut what does not fit.
        Object value = row.getObject(column);
        if (value == null) {
            return null;
        }
        try {
            boolean numberAsText = value instanceof Number && conversion.storedAs() == String.class;
            return conversion.read(numberAsText ? row.getString(column) : value);
        } catch (IllegalArgumentException e) {
            throw new Cell(row, column).unreadable(value, type, stored.example(), e);
        }
    }

    /** What is stored, to bind; as a record it shows it when a statement is logged. */
    private record StoredArgument(Object stored) implements Argument {
        @Override
        public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
            statement.setObject(position, stored);
        }
    }
}
