package golden.not_strict;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Table(strict = false)
public record Legacy(
        @PrimaryKey @Column(type = "BIGINT") long id,
        @Column(type = "VARCHAR(40)") String name,
        @Column(type = "DECIMAL(10, 2)") @Default("0.00") double amount,
        @Column(type = "unsigned big int") @Nullable Long count,
        boolean flag,
        LocalDate day) {}
