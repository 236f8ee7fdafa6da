package app.types;

import static org.assertj.core.api.Assertions.assertThat;

import app.types.Prices.Money;
import app.types.Prices.Price;
import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of an application's own. */
class PricesTest {

    @TempDir
    private Path directory;

    @Test
    void valuesAreStoredAsTheApplicationSays() {
        SchemaReset reset = SchemaReset.forModels(Price.class).database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        Price tea = new Price("Tea", new Money(350), Instant.ofEpochMilli(1_000));
        try (Handle handle = Prices.jdbi(reset).open()) {
            handle.createUpdate("INSERT INTO prices VALUES (:item, :amount, :since)")
                    .bindMethods(tea)
                    .execute();

            assertThat(handle.createQuery("SELECT amount, since FROM prices")
                            .mapToMap(Long.class)
                            .one())
                    .isEqualTo(Map.of("amount", 350L, "since", 1_000L));
            assertThat(handle.createQuery("SELECT * FROM prices")
                            .mapTo(Price.class)
                            .one())
                    .isEqualTo(tea);
        }
    }
}
