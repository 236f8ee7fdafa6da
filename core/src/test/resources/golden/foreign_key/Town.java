package golden.foreign_key;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.ForeignKey;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import static dev.schemareset.annotation.ForeignKeyAction.CASCADE;
import static dev.schemareset.annotation.ForeignKeyAction.RESTRICT;
import static dev.schemareset.annotation.ForeignKeyAction.SET_DEFAULT;
import static dev.schemareset.annotation.ForeignKeyAction.SET_NULL;

@Table
@ForeignKey(columns = {"country", "region"}, references = Region.class)
@ForeignKey(
        columns = {"twin_country", "twin_name"},
        references = Region.class,
        referencedColumns = {"country", "name"},
        onDelete = SET_NULL,
        onUpdate = CASCADE,
        deferrable = true)
@ForeignKey(
        columns = {"region", "area"},
        references = Region.class,
        referencedColumns = {"code", "area"},
        onDelete = RESTRICT,
        onUpdate = SET_DEFAULT)
@ForeignKey(columns = "mother", references = Town.class, onDelete = CASCADE)
public record Town(
        @PrimaryKey Long id,
        String country,
        @Default("0") int region,
        @Nullable String twinCountry,
        @Nullable String twinName,
        @Default("'none'") String area,
        Optional<Long> mother) {}
