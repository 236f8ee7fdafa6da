package golden.enum_keys;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import org.jdbi.v3.core.enums.EnumByName;

@Table
public record Stock(
        @PrimaryKey Warehouse warehouse,
        @PrimaryKey boolean reserved,
        @PrimaryKey byte shelf,
        @EnumByName @Default("'SMALL'") Size size) {

    public enum Warehouse {
        NORTH,
        SOUTH
    }

    public enum Size {
        SMALL,
        BIG {
            @Override
            public String toString() {
                return "huge";
            }
        }
    }
}
