package dev.schemareset.jdbi;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A Java type that is kept as text: how it is bound and how it is read. */
record TextType<T>(Class<T> type, Function<T, String> format, Function<String, T> parse)
        implements ArgumentFactory.Preparable, ColumnMapper<T> {

    static List<TextType<?>> all() {
        return List.of(
                new TextType<>(Instant.class, TimeText::format, TimeText::parseInstant),
                new TextType<>(LocalDateTime.class, TimeText::format, TimeText::parseLocalDateTime),
                new TextType<>(LocalDate.class, TimeText::format, LocalDate::parse),
                new TextType<>(LocalTime.class, TimeText::format, LocalTime::parse),
                new TextType<>(BigDecimal.class, BigDecimal::toString, BigDecimal::new),
                new TextType<>(UUID.class, UUID::toString, UUID::fromString));
    }

    void registerWith(Jdbi jdbi) {
        jdbi.registerArgument(this);
        jdbi.registerColumnMapper(type, this);
    }

    /** For a value whose type is declared, which may be null. */
    @Override
    public Optional<Function<Object, Argument>> prepare(Type declared, ConfigRegistry config) {
        return declared == type ? Optional.of(this::argument) : Optional.empty();
    }

    /** For a value that comes without its type, declared as an {@code Object} say. */
    @Override
    public Optional<Argument> build(Type declared, @Nullable Object value, ConfigRegistry config) {
        return declared == type || type.isInstance(value) ? Optional.of(argument(value)) : Optional.empty();
    }

    private Argument argument(@Nullable Object value) {
        return value == null ? new NullArgument(Types.VARCHAR) : new TextArgument(format.apply(type.cast(value)));
    }

    @Override
    public @Nullable T map(ResultSet row, int column, StatementContext context) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new SQLException(
                    "The column \"" + row.getMetaData().getColumnLabel(column) + "\" holds '" + text + "', which is no "
                            + type.getSimpleName() + ". The row is as it was.",
                    e);
        }
    }

    /** Text to bind; as a record it shows the text when a statement is logged. */
    private record TextArgument(String text) implements Argument {
        @Override
        public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
            statement.setString(position, text);
        }
    }
}
