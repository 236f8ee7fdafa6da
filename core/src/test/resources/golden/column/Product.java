package golden.column;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import org.jspecify.annotations.Nullable;

@Table
public record Product(
        @PrimaryKey @Column("no") long number,
        @Column(value = "Display Name", collate = "nocase") String name,
        @Column(collate = "RTRIM", comment = "As the supplier writes it.") String code,
        @Column(type = "ANY") @Nullable String anything,
        @Column(type = "int") long small,
        @Column(type = "BLOB") StringBuilder ofTheUsersOwnType) {}
