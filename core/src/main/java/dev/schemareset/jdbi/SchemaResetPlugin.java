package dev.schemareset.jdbi;

import static java.util.Objects.requireNonNull;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.sqlite3.SQLitePlugin;

/**
 * Teaches Jdbi the types and the models whose values SQLite keeps, so that each comes back as it went in:
 *
 * <ul>
 *   <li>{@code Instant} as {@code 2001-02-03T04:05:06.123456789Z}, {@code LocalDateTime} without the {@code Z},
 *       {@code LocalDate} and {@code LocalTime} as the parts of it. The width is fixed, so that the text sorts in the order
 *       of time, and SQLite's
 *       <a href="https://www.sqlite.org/lang_datefunc.html">date and time functions</a> understand it. They know the years
 *       0000 to 9999 only: another year is refused.
 *   <li>{@code OffsetDateTime} as {@code 2001-02-03T04:05:06.123456789+01:00}, {@code ZonedDateTime} with
 *       {@code [Europe/Berlin]} after it, {@code OffsetTime} as {@code 04:05:06.123456789+01:00}. They keep the offset, and so
 *       do not sort in the order of time. SQLite's functions understand an offset of whole minutes up to 14 hours (measured), and
 *       no name of a zone.
 *   <li>{@code Year} as an integer, {@code YearMonth} as {@code 2001-02}, {@code MonthDay} as {@code --02-03}, which SQLite's
 *       functions do not understand.
 *   <li>{@code BigDecimal} with every digit and its scale, {@code BigInteger}, {@code UUID}, {@code Duration},
 *       {@code Period}, {@code ZoneId}, {@code ZoneOffset}, {@code URI}, {@code URL}, {@code Path}, {@code Locale} and
 *       {@code Currency} as their usual text.
 *   <li>Records with {@link dev.schemareset.annotation.Table @Table}, by their canonical constructor and the names of their
 *       columns, also those that {@link dev.schemareset.annotation.Column @Column} gives.
 * </ul>
 *
 * <p>A value that would not come back is refused with an {@link IllegalArgumentException} when it is bound: NaN, for which
 * SQLite keeps NULL; text with half of a surrogate pair; a path of another file system than the default; a locale that its
 * language tag does not tell whole. {@code -0.0} is stored as {@code 0.0}, for SQLite keeps a zero without its sign. The old dates
 * ({@code java.util.Date}, {@code java.sql.Timestamp} and their kin), {@code Blob}, {@code Clob} and arrays are refused too, unless
 * an argument or a mapper of your own is registered for them afterwards.
 *
 * <p>What other programs wrote is read where it has one meaning: a time with a space, without an offset (which is UTC), or with one
 * in any usual form; a UUID in any case, without hyphens or in braces; {@code true} and {@code false}; a number as text. All else, a
 * number that does not fit among it, is a {@link org.jdbi.v3.core.mapper.MappingException} that names the value, the column, the
 * table, and the row by its primary key if that is in the result.
 *
 * <p>{@code SchemaReset.jdbi()} has it installed. A {@code Jdbi} of your own takes it with
 * {@code jdbi.installPlugin(new SchemaResetPlugin())}. Instances are stateless and safe for use by several threads.
 */
public final class SchemaResetPlugin extends JdbiPlugin.Singleton {

    /** Creates the plugin. */
    public SchemaResetPlugin() {}

    /**
     * Registers the types and the models.
     *
     * @param jdbi what they are registered with
     */
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        requireNonNull(jdbi, "jdbi");
        jdbi.installPlugin(new SQLitePlugin());
        // What is registered later is asked first.
        RefusedTypes refused = new RefusedTypes();
        jdbi.registerArgument(refused);
        jdbi.registerColumnMapper(refused);
        jdbi.registerArgument(UnwrappedArgument.charSequence());
        jdbi.registerArgument(UnwrappedArgument.optionalDouble());
        ConvertedType.all().forEach(type -> type.registerWith(jdbi));
        OptionalMapper.registerAll(jdbi);
        jdbi.registerColumnMapper(new EnumColumns());
        jdbi.registerRowMapper(new ModelMapper());
    }
}
