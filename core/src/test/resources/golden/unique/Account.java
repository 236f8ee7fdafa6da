package golden.unique;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;

@Table
@Unique({"bank", "number"})
@Unique(value = {"holder", "label"}, name = "one_label_per_holder")
public record Account(
        @PrimaryKey(autoincrement = true) Long id,
        String bank,
        long number,
        String holder,
        String label,
        @Unique String iban,
        @Unique(name = "alias_is_unique") String alias) {}
