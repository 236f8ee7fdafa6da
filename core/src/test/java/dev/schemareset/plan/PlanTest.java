package dev.schemareset.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.model.Name;
import dev.schemareset.plan.DatabaseObject.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

    private static Plan dropping(Inventory found, Optional<NoBackup> noBackup) {
        return new Plan(found, Inventory.EMPTY, Optional.empty(), List.of(), List.of(), List.of(), noBackup);
    }

    private static Inventory table(long rows) {
        Name name = new Name("item");
        return Inventory.ofObjects(
                List.of(new DatabaseObject(Kind.TABLE, name, name, "CREATE TABLE item(a)", OptionalLong.of(rows))));
    }

    @Test
    void rowsThatGoWithoutABackupAreTold() {
        Plan plan = dropping(table(2), Optional.of(NoBackup.NOT_WANTED));

        assertThat(plan).asString().endsWith("; no backup: withoutBackup() asks for none");
        assertThat(plan.sql())
                .contains(
                        "\n-- apply respects protection; running this file does not. Neither takes a backup: withoutBackup() asks for"
                                + " none.\n");
    }

    @Test
    void nothingIsToldOfABackupWhereNoRowGoes() {
        Plan plan = dropping(table(0), Optional.of(NoBackup.NOT_WANTED));

        assertThat(plan.toString()).doesNotContain("backup");
        assertThat(plan.sql())
                .contains("\n-- apply takes a backup and respects protection; running this file does neither.\n");
    }
}
