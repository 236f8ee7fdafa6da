package golden.nested;

import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

@Table
@Index({"home_zip", "begins"})
public record Tenant(
        @PrimaryKey long number,
        @Nested Period period,
        @Nested("home") Address home,
        @Nested("billTo_") @Nullable Address billTo,
        @Nested("delivery.to") Optional<Address> deliverTo) {}
