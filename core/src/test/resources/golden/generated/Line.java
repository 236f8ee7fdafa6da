package golden.generated;

import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import org.jspecify.annotations.Nullable;

@Table
public record Line(
        @PrimaryKey Long id,
        long price,
        int quantity,
        @Generated("price * quantity") @Check("total < 1000000") long total,
        @Generated(value = "json_object('total', \"total\")", stored = true) @Unique String json,
        @Generated("nullif(total, 0)") @Nullable Long known,
        @Generated("CASE WHEN quantity > 9 THEN 'MANY' ELSE 'FEW' END") @Index Amount amount) {

    public enum Amount {
        FEW,
        MANY
    }
}
