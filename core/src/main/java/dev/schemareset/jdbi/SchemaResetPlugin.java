package dev.schemareset.jdbi;

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
 *       do not sort in the order of time.
 *   <li>{@code Year} as an integer, {@code YearMonth} as {@code 2001-02}, {@code MonthDay} as {@code --02-03}.
 *   <li>{@code BigDecimal} with every digit and its scale, {@code BigInteger}, {@code UUID}, {@code Duration},
 *       {@code Period}, {@code ZoneId}, {@code ZoneOffset}, {@code URI}, {@code URL}, {@code Path}, {@code Locale} and
 *       {@code Currency} as their usual text.
 *   <li>Records with {@link dev.schemareset.annotation.Table @Table}, by their canonical constructor and the names of their
 *       columns, also those that {@link dev.schemareset.annotation.Column @Column} gives.
 * </ul>
 *
 * <p>A value that would not come back is refused with an {@link IllegalArgumentException} when it is bound: NaN, for which
 * SQLite keeps NULL, and -0.0, which it keeps without its sign; text with half of a surrogate pair; a path of another file
 * system than the default; a locale that its language tag does not tell whole.
 *
 * <p>When reading, a time written by SQLite itself ({@code 2001-02-03 04:05:06}) is understood as well, as UTC where the
 * type has an offset.
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
        jdbi.installPlugin(new SQLitePlugin());
        ConvertedType.all().forEach(type -> type.registerWith(jdbi));
        jdbi.registerArgument(new OptionalDoubleArgument());
        jdbi.registerRowMapper(new ModelMapper());
    }
}
