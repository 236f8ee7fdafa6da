package golden.foreign_key;

import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;

@Table
@Unique({"name", "country"})
@Index(value = {"area", "code"}, unique = true, name = "region_by_area")
public record Region(@PrimaryKey String country, @PrimaryKey int code, String name, String area) {}
