package dev.schemareset.jdbi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.sqlite3.SQLitePlugin;

/**
 * Teaches Jdbi the types whose value SQLite has no type for, each as text that keeps it whole:
 *
 * <ul>
 *   <li>{@link Instant} as {@code 2001-02-03T04:05:06.123456789Z}, {@link LocalDateTime} without the {@code Z},
 *       {@link LocalDate} and {@link LocalTime} as the parts of it. The width is fixed, so that the text sorts in the order
 *       of time, and SQLite's
 *       <a href="https://www.sqlite.org/lang_datefunc.html">date and time functions</a> understand it. They know the years
 *       0000 to 9999 only: another year is refused.
 *   <li>{@link BigDecimal} with every digit and its scale, {@link UUID} in its usual form.
 * </ul>
 *
 * <p>When reading, a time written by SQLite itself ({@code 2001-02-03 04:05:06}) is understood as well.
 *
 * <p>{@code SchemaReset.jdbi()} has it installed. A {@code Jdbi} of your own takes it with
 * {@code jdbi.installPlugin(new SchemaResetPlugin())}. Instances are stateless and safe for use by several threads.
 */
public final class SchemaResetPlugin extends JdbiPlugin.Singleton {

    /** Creates the plugin. */
    public SchemaResetPlugin() {}

    /**
     * Registers the types.
     *
     * @param jdbi what they are registered with
     */
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.installPlugin(new SQLitePlugin());
        TextType.all().forEach(type -> type.registerWith(jdbi));
    }
}
