package app.annotated;

import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.OptionalInt;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jspecify.annotations.Nullable;

@Table("products")
public record Product(
        @PrimaryKey(autoincrement = true) @Nullable Long id,

        @Column(collate = "NOCASE", comment = "As on the label.")
        String label,

        @Column(type = "ANY") String code,
        @ColumnName("Größe") int size,
        @Default("0") @Check("stock >= 0") int stock,
        @Default("(lower(hex(randomblob(4))))") String token,
        @Generated(value = "stock > 0", stored = true) boolean available,
        OptionalInt shelf) {}
