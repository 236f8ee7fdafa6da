package golden.enumeration;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.util.Optional;

@Table
public record Ticket(@PrimaryKey Long id, @Default("'OPEN'") State state, Optional<Priority> priority) {

    public enum State {
        OPEN,
        CLOSED
    }

    /** A constant with a body has a class of its own, and is a constant like the others. */
    public enum Priority {
        LOW {
            @Override
            int weight() {
                return 1;
            }
        },
        HIGH;

        int weight() {
            return 10;
        }
    }
}
