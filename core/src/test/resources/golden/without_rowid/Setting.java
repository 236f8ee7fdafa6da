package golden.without_rowid;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table(value = "App Settings", withoutRowid = true)
public record Setting(@PrimaryKey String scope, @PrimaryKey String name, String value) {}
