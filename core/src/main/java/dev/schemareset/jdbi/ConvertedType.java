package dev.schemareset.jdbi;

import dev.schemareset.type.StoredType;
import dev.schemareset.type.StoredType.Conversion;
import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

/** A Java type that SQLite has no type for: how it is bound and how it is read. */
record ConvertedType<T, S>(Class<T> type, Conversion<T, S> conversion)
        implements ArgumentFactory.Preparable, ColumnMapper<T> {

    /** Jdbi asks first what is registered last. */
    static List<ConvertedType<?, ?>> all() {
        return StoredType.all().stream()
                .<ConvertedType<?, ?>>flatMap(ConvertedType::of)
                .toList();
    }

    private static <T> Stream<ConvertedType<T, ?>> of(StoredType<T> type) {
        return type.conversion().stream().map(conversion -> of(type.javaType(), conversion));
    }

    private static <T, S> ConvertedType<T, S> of(Class<T> type, Conversion<T, S> conversion) {
        return new ConvertedType<>(type, conversion);
    }

    void registerWith(Jdbi jdbi) {
        jdbi.registerArgument(this);
        jdbi.registerColumnMapper(type, this);
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
        S stored = stored(row, column);
        if (row.wasNull()) {
            return null;
        }
        try {
            return conversion.restore().apply(stored);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new SQLException(
                    "The column \"" + row.getMetaData().getColumnLabel(column) + "\" holds '" + stored
                            + "', which is no " + type.getSimpleName() + ". The row is as it was.",
                    e);
        }
    }

    /** Not by {@code getObject(column, type)}: sqlite-jdbc refuses it where a number is NULL. */
    private S stored(ResultSet row, int column) throws SQLException {
        Class<S> as = conversion.storedAs();
        if (as == String.class) {
            return as.cast(row.getString(column));
        }
        return as.cast(as == Long.class ? (Object) row.getLong(column) : (Object) row.getDouble(column));
    }

    /** What is stored, to bind; as a record it shows it when a statement is logged. */
    private record StoredArgument(Object stored) implements Argument {
        @Override
        public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
            statement.setObject(position, stored);
        }
    }
}
