package golden.nested;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.PrimaryKey;
import java.time.LocalDate;

public record Period(@PrimaryKey LocalDate begins, @Default("'9999-12-31'") LocalDate ends) {}
