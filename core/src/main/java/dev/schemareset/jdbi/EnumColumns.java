package dev.schemareset.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.enums.EnumByName;
import org.jdbi.v3.core.enums.EnumByOrdinal;
import org.jdbi.v3.core.enums.EnumStrategy;
import org.jdbi.v3.core.enums.Enums;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.EnumMapper;
import org.jdbi.v3.core.mapper.MappingException;
import org.jdbi.v3.core.mapper.QualifiedColumnMapperFactory;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.qualifier.Qualifiers;
import org.jdbi.v3.core.result.UnableToProduceResultException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads enums as Jdbi does, by name or by number, and tells where a value is that is no constant. Jdbi alone would read an empty
 * name as {@code null}, and cut a number of more than 32 bits.
 */
final class EnumColumns implements QualifiedColumnMapperFactory {

    @Override
    public Optional<ColumnMapper<?>> build(QualifiedType<?> type, ConfigRegistry config) {
        Class<?> erased = GenericTypes.getErasedType(type.getType());
        if (!erased.isEnum()) {
            return Optional.empty();
        }
        Qualifiers qualifiers = config.get(Qualifiers.class);
        boolean byNumber = strategy(type)
                        .or(() -> strategy(QualifiedType.of(erased).withAnnotations(qualifiers.findFor(erased))))
                        .orElseGet(() -> config.get(Enums.class).getDefaultStrategy())
                == EnumStrategy.BY_ORDINAL;
        return Optional.of(byNumber ? byNumber(erased) : byName(erased));
    }

    private static Optional<EnumStrategy> strategy(QualifiedType<?> type) {
        if (type.hasQualifier(EnumByOrdinal.class)) {
            return Optional.of(EnumStrategy.BY_ORDINAL);
        }
        return type.hasQualifier(EnumByName.class) ? Optional.of(EnumStrategy.BY_NAME) : Optional.empty();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ColumnMapper<?> byName(Class<?> type) {
        return new ByName(type, EnumMapper.byName((Class<Enum>) type));
    }

    private static ColumnMapper<?> byNumber(Class<?> type) {
        return new ByNumber(type, type.getEnumConstants(), ConvertedType.of(Integer.class));
    }

    private record ByName(Class<?> type, ColumnMapper<?> jdbis) implements ColumnMapper<Object> {
        @Override
        public @Nullable Object map(ResultSet row, int column, StatementContext context) throws SQLException {
            try {
                Object constant = jdbis.map(row, column, context);
                String name = constant == null ? row.getString(column) : null;
                if (name == null) {
                    return constant;
                }
                throw unreadable(row, column, name, new IllegalArgumentException("no constant has an empty name"));
            } catch (UnableToProduceResultException e) {
                throw unreadable(row, column, row.getString(column), e);
            }
        }

        private MappingException unreadable(ResultSet row, int column, String name, RuntimeException reason) {
            return new Cell(row, column).unreadable(name, type, "the name of a constant", reason);
        }
    }

    private record ByNumber(Class<?> type, Object[] constants, ColumnMapper<Integer> integers)
            implements ColumnMapper<Object> {
        @Override
        public @Nullable Object map(ResultSet row, int column, StatementContext context) throws SQLException {
            Integer ordinal = integers.map(row, column, context);
            if (ordinal == null) {
                return null;
            }
            if (ordinal < 0 || ordinal >= constants.length) {
                throw new Cell(row, column)
                        .unreadable(
                                ordinal,
                                type,
                                "an integer from 0 to " + (constants.length - 1),
                                new IllegalArgumentException("no constant has this number"));
            }
            return constants[ordinal];
        }
    }
}
