package golden.checks;

import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Table
@Check(value = "starts < ends", name = "starts before it ends")
@Check("\"Room No\" <> '' OR seats = 0")
public record Booking(
        @PrimaryKey Long id,
        LocalDate starts,
        LocalDate ends,
        @Column("Room No") @Check("length(\"Room No\") BETWEEN 1 AND 4") String room,
        @Default("1") @Check("seats >= 0") @Check(value = "seats % 2 = 0 OR seats = 1", name = "pairs") int seats,
        @Check("note GLOB '*;--(*'") @Nullable String note) {}
