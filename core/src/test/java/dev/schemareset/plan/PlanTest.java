package dev.schemareset.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void reasonCannotBecomeAStatement() {
        Statement drop = new Statement("DROP TABLE a", "Goes,\nDROP TABLE b;\r\u2028DROP TABLE c;");

        String sql = new Plan(
                        Inventory.EMPTY,
                        Inventory.EMPTY,
                        Optional.empty(),
                        List.of(drop),
                        List.of(),
                        List.of(),
                        Optional.empty())
                .sql();

        assertThat(sql).contains("\n-- Goes, DROP TABLE b;  DROP TABLE c;\nDROP TABLE a;\n");
    }
}
