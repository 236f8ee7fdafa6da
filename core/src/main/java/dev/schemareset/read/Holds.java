package dev.schemareset.read;

import dev.schemareset.model.Column;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.Table;

/** What a column holds, as far as values of one kind equal none of another. */
enum Holds {
    NUMBERS,
    TEXT,
    BYTES,
    ANYTHING;

    static Holds of(Table table, Column column) {
        return switch (column.type().affinity(table.strict())) {
            case INTEGER, REAL, NUMERIC -> NUMBERS;
            case TEXT -> TEXT;
            case BLOB -> table.strict() && column.type().equals(ColumnType.BLOB) ? BYTES : ANYTHING;
        };
    }

    boolean mayEqual(Holds other) {
        return this == other || this == ANYTHING || other == ANYTHING;
    }
}
