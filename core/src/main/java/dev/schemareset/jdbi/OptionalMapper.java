package dev.schemareset.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an optional primitive as its box. */
record OptionalMapper<T, B>(Class<T> type, ColumnMapper<B> boxed, T empty, Function<B, T> of)
        implements ColumnMapper<T> {

    static void registerAll(Jdbi jdbi) {
        new OptionalMapper<>(OptionalInt.class, ConvertedType.of(Integer.class), OptionalInt.empty(), OptionalInt::of)
                .registerWith(jdbi);
        new OptionalMapper<>(OptionalLong.class, ConvertedType.of(Long.class), OptionalLong.empty(), OptionalLong::of)
                .registerWith(jdbi);
        new OptionalMapper<>(
                        OptionalDouble.class,
                        ConvertedType.of(Double.class),
                        OptionalDouble.empty(),
                        OptionalDouble::of)
                .registerWith(jdbi);
    }

    private void registerWith(Jdbi jdbi) {
        jdbi.registerColumnMapper(type, this);
    }

    @Override
    public T map(ResultSet row, int column, StatementContext context) throws SQLException {
        return Optional.ofNullable(boxed.map(row, column, context)).map(of).orElse(empty);
    }
}
