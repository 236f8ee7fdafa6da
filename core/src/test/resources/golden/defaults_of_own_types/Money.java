package golden.defaults_of_own_types;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table
public record Money(
        @PrimaryKey Long id,
        @Column(type = "INTEGER") @Default("-5") StringBuilder cents,
        @Column(type = "TEXT") @Default("'it''s'") StringBuilder text,
        @Column(type = "BLOB") @Default("X'00ff'") StringBuilder bytes,
        @Column(type = "REAL") @Default("(1.0 / 3)") StringBuilder third) {}
