package dev.schemareset.jdbi;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SQLite compares stored values as Java compares values, and its date functions understand them. */
class OrderTest {

    private static final Set<Class<?>> NUMBERS =
            Set.of(Byte.class, Short.class, Integer.class, Long.class, Float.class, Double.class, Year.class);
    private static final Set<Class<?>> TIMES =
            Set.of(Instant.class, LocalDateTime.class, LocalDate.class, LocalTime.class);
    private static final Set<Class<?>> PARTS_OF_DATES = Set.of(YearMonth.class, MonthDay.class);

    @TempDir
    private Path directory;

    static Stream<Samples<?>> ordered() {
        Set<Class<?>> types =
                Stream.of(NUMBERS, TIMES, PARTS_OF_DATES).flatMap(Set::stream).collect(toSet());
        return Samples.all().stream().filter(samples -> types.contains(samples.type()));
    }

    @ParameterizedTest
    @MethodSource("ordered")
    <T> void valuesAreInTheOrderOfJava(Samples<T> samples) {
        try (Handle handle = filled(samples)) {
            assertThat(handle.createQuery("SELECT value FROM model ORDER BY value")
                            .mapTo(samples.type())
                            .list())
                    .as("seed %d", Samples.SEED)
                    .isEqualTo(samples.values().stream().sorted().toList());
        }
    }

    static Stream<Samples<?>> times() {
        return Samples.all().stream().filter(samples -> TIMES.contains(samples.type()));
    }

    @ParameterizedTest
    @MethodSource("times")
    <T> void timesAreUnderstood(Samples<T> samples) {
        try (Handle handle = filled(samples)) {
            assertThat(handle.createQuery("SELECT value FROM model WHERE julianday(value) IS NULL")
                            .mapTo(String.class)
                            .list())
                    .as("not understood, seed %d", Samples.SEED)
                    .isEmpty();
        }
    }

    /** SQLite knows offsets of hours and minutes, up to 14 hours. */
    @Test
    void offsetsAreUnderstood() {
        Random random = new Random(Samples.SEED);
        Jdbi jdbi = Jdbi.create("jdbc:sqlite::memory:").installPlugin(new SchemaResetPlugin());
        try (Handle handle = jdbi.open()) {
            for (int i = 0; i < 1_000; i++) {
                ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 840 + 1) - 840));
                OffsetDateTime time = AnyValue.dateTime(random).atOffset(offset);

                Double days = handle.select("SELECT julianday(?) - julianday(?)", time, time.toInstant())
                        .mapTo(Double.class)
                        .one();

                assertThat(days).as("%s, seed %d", time, Samples.SEED).isBetween(-1e-8, 1e-8);
            }
        }
    }

    private <T> Handle filled(Samples<T> samples) {
        TypedModel<T> model = TypedModels.of(samples.type());
        Handle handle =
                TypedModels.database(model, directory.resolve("local.db")).open();
        handle.useTransaction(transaction -> {
            PreparedBatch batch = transaction.prepareBatch("INSERT INTO model VALUES (:id, :value, :maybe)");
            TypedModels.rows(model, samples.values(), 0)
                    .forEach(row -> batch.bindMethods(row).add());
            batch.execute();
        });
        return handle;
    }
}
