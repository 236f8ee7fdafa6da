package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every mistake is told with where, what and fix, all at once, before the database is touched. */
class InvalidModelsTest extends InvalidModels {

    @Table
    record Order(
            @PrimaryKey Long id,
            Thread thread,
            @References(Address.class) long addressId) {}

    record Address(@PrimaryKey Long id) {}

    @Test
    void messageTellsAllProblemsTheStateOfTheDataAndWhatToDo() {
        InvalidSchemaException error = errorOf(Order.class);

        assertThat(error).hasMessage("""
                        The models have 2 problems.
                        - dev.schemareset.invalid.InvalidModelsTest.Order.thread: the type java.lang.Thread has no SQLite column type.
                          Fix: use one of String, Character, Boolean, Byte, Short, Integer, Long, Float, Double, BigDecimal, BigInteger, UUID, byte[], Instant, LocalDate, LocalDateTime, LocalTime, OffsetDateTime, ZonedDateTime, OffsetTime, Year, YearMonth, MonthDay, Duration, Period, ZoneOffset, ZoneId, URI, URL, Path, Locale, Currency, an enum, a primitive, or Optional of one of them; or keep it as JSON with Jdbi's @Json; or name the type with @Column(type = "...") and register an argument and a mapper of your own with Jdbi.
                        - dev.schemareset.invalid.InvalidModelsTest.Order.addressId: it refers to dev.schemareset.invalid.InvalidModelsTest.Address, which is not a model.
                          Fix: write @Table on dev.schemareset.invalid.InvalidModelsTest.Address, or remove @References.
                        Your data: nothing was changed; the models are checked before the database is touched.
                        What to do: correct the models and run again.""");
        assertThat(error.problems())
                .extracting(Problem::where)
                .containsExactly(here + "Order.thread", here + "Order.addressId");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void nothingIsTouched() throws Exception {
        Path database = Files.writeString(directory.resolve("local.db"), "");
        SchemaReset reset = SchemaReset.forModels(Order.class)
                .database(database)
                .migrationsDirectory(directory.resolve("migrations"));

        assertThatThrownBy(reset::generate).isInstanceOf(InvalidSchemaException.class);
        assertThatThrownBy(() -> reset.apply(Confirm.YES)).isInstanceOf(InvalidSchemaException.class);
        assertThatThrownBy(reset::info).isInstanceOf(InvalidSchemaException.class);

        assertThat(database).isEmptyFile();
        assertThat(directory.resolve("migrations")).doesNotExist();
    }
}
