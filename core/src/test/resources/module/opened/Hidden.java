package opened;

import app.Nullable;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table
record Hidden(@PrimaryKey Long id, @Nullable String remark) {}
