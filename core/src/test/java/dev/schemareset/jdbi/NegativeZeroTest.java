package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calculations make a zero with a sign; SQLite keeps zeros without one. */
class NegativeZeroTest {

    @TempDir
    private Path directory;

    public record Point(double x, Float y) {}

    @Table
    public record Zeros(
            @PrimaryKey long id,
            double primitive,
            Float single,
            Optional<Double> maybe,
            OptionalDouble optional,
            @Nested("point") Point point) {}

    @Test
    void negativeZeroIsStoredAsZeroInWhateverWayItIsBound() {
        SchemaReset reset = SchemaReset.forModels(Zeros.class).database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        double zero = -1.0 * 0;
        Zeros zeros = new Zeros(1, zero, -0f, Optional.of(zero), OptionalDouble.of(zero), new Point(zero, -0f));
        String insert = "INSERT INTO zeros VALUES (:id, :primitive, :single, :maybe, :optional, :point.x, :point.y)";
        try (Handle handle = reset.jdbi().open()) {
            handle.createUpdate(insert).bindMethods(zeros).execute();
            handle.prepareBatch(insert)
                    .bindMethods(new Zeros(2, 1, 1f, Optional.of(1.0), OptionalDouble.of(1), new Point(1, 1f)))
                    .add()
                    .bindMethods(new Zeros(3, zero, -0f, Optional.of(zero), OptionalDouble.of(zero), zeros.point()))
                    .add()
                    .execute();
            handle.execute("INSERT INTO zeros VALUES (4, ?, ?, ?, ?, ?, ?)", zero, -0f, zero, zero, zero, -0f);

            for (long id : new long[] {1, 3, 4}) {
                Zeros read = handle.select("SELECT * FROM zeros WHERE id = ?", id)
                        .mapTo(Zeros.class)
                        .one();
                assertThat(read)
                        .isEqualTo(
                                new Zeros(id, 0.0, 0f, Optional.of(0.0), OptionalDouble.of(0.0), new Point(0.0, 0f)));
            }
            assertThat(handle.select("SELECT count(*) FROM zeros WHERE primitive = ? AND maybe = ?", zero, 0.0)
                            .mapTo(int.class)
                            .one())
                    .isEqualTo(3);
        }
    }
}
