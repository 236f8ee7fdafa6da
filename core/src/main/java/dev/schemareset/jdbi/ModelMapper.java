package dev.schemareset.jdbi;

import dev.schemareset.annotation.Table;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Makes models of rows: records with {@code @Table}, by their canonical constructor and the names of their columns. */
final class ModelMapper implements RowMapperFactory {

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        return type instanceof Class<?> record && record.isRecord() && record.isAnnotationPresent(Table.class)
                ? Optional.of(mapper(record))
                : Optional.empty();
    }

    private static RowMapper<?> mapper(Class<?> record) {
        RowMapper<?> mapper = ConstructorMapper.of(ColumnNames.canonicalConstructor(record));
        ColumnNames names = ColumnNames.of(record);
        return names.isEmpty() ? mapper : new Renaming<>(mapper, names);
    }

    /** Shows the mapper the names that it looks for, and the rows as they are. */
    private record Renaming<T>(RowMapper<T> mapper, ColumnNames names) implements RowMapper<T> {

        @Override
        public T map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        @Override
        public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
            return mapper.specialize(names.view(rows), context);
        }
    }
}
