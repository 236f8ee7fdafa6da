package dev.schemareset.jdbi;

import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.MappingException;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a primitive as its box; NULL is zero, or refused, as the Jdbi is configured. */
record PrimitiveMapper(Class<?> type, ColumnMapper<?> boxed) implements ColumnMapper<Object> {

    @Override
    public Object map(ResultSet row, int column, StatementContext context) throws SQLException {
        Object value = boxed.map(row, column, context);
        if (value != null) {
            return value;
        }
        if (!context.getConfig(ColumnMappers.class).getCoalesceNullPrimitivesToDefaults()) {
            throw new MappingException("The column \"" + row.getMetaData().getColumnLabel(column)
                    + "\" holds NULL, and the Jdbi is configured to read no NULL as " + type
                    + ". The row is as it was: read the column as an object.");
        }
        return Array.get(Array.newInstance(type, 1), 0);
    }
}
