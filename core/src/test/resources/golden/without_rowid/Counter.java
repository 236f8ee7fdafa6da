package golden.without_rowid;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table(withoutRowid = true, strict = false)
public record Counter(@PrimaryKey long id, long hits) {}
