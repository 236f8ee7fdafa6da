package dev.schemareset.jdbi;

import java.lang.reflect.Type;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.array.SqlArrayTypes;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.mapper.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the types that Jdbi would bind or read in a form that no column has: the old dates as milliseconds, or as text in the zone
 * of the machine; and those that only other databases have. It claims no more than Jdbi itself does, so that an argument of the
 * application's own is found as it would be without this.
 */
final class RefusedTypes implements ArgumentFactory.Preparable, ColumnMapperFactory {

    private record Refused(Class<?> type, String why, String instead) {}

    private static final String MILLISECONDS = "columns of times hold text, and Jdbi has milliseconds for it";
    private static final String NONE = "SQLite has none";

    /** The special types of dates first. */
    private static final List<Refused> DATES = List.of(
            new Refused(Timestamp.class, MILLISECONDS, "Instant, by toInstant()"),
            new Refused(Date.class, MILLISECONDS, "LocalDate, by toLocalDate()"),
            new Refused(Time.class, MILLISECONDS, "LocalTime, by toLocalTime()"),
            new Refused(java.util.Date.class, MILLISECONDS, "Instant, by toInstant()"));

    private static final List<Refused> OBJECTS =
            List.of(new Refused(Blob.class, NONE, "byte[]"), new Refused(Clob.class, NONE, "String"));

    @Override
    public Optional<Function<Object, Argument>> prepare(Type declared, ConfigRegistry config) {
        return find(declared, config).map(refused -> value -> {
            throw unbound(refused);
        });
    }

    /** Also for a value of another class than is known, whose declared type may be {@code Object}. */
    @Override
    public Optional<Argument> build(Type declared, @Nullable Object value, ConfigRegistry config) {
        find(value == null ? declared : value.getClass(), config)
                .or(() -> find(declared, config))
                .ifPresent(refused -> {
                    throw unbound(refused);
                });
        return Optional.empty();
    }

    private static Optional<Refused> find(Type declared, ConfigRegistry config) {
        Class<?> type = GenericTypes.getErasedType(declared);
        return find(DATES, type).or(() -> find(OBJECTS, type)).or(() -> array(declared, type, config));
    }

    private static Optional<Refused> find(List<Refused> some, Class<?> type) {
        return some.stream()
                .filter(refused -> refused.type().isAssignableFrom(type))
                .findFirst();
    }

    private static Optional<Refused> array(Type declared, Class<?> type, ConfigRegistry config) {
        Optional<Type> element = type.isArray()
                ? Optional.of(type.getComponentType())
                : GenericTypes.findGenericParameter(declared, Iterable.class);
        return element.flatMap(config.get(SqlArrayTypes.class)::findFor)
                .map(known -> new Refused(type, "SQLite has no arrays", "rows of another table, or text in JSON"));
    }

    private static IllegalArgumentException unbound(Refused refused) {
        return new IllegalArgumentException("A " + refused.type().getTypeName() + " cannot be bound: " + refused.why()
                + ". Nothing was written. Bind " + refused.instead()
                + "; or register an AbstractArgumentFactory of your own.");
    }

    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
        return find(DATES, GenericTypes.getErasedType(type)).map(refused -> (row, column, context) -> {
            throw new MappingException("The column \"" + row.getMetaData().getColumnLabel(column)
                    + "\" cannot be read as " + refused.type().getTypeName() + ": " + refused.why()
                    + ". The row is as it was. Read "
                    + refused.instead().replaceFirst(",.*", "") + "; or register a column mapper of your own.");
        });
    }
}
