package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.Problem;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.junit.jupiter.api.Test;

/** Names that SQLite would refuse or confuse, or Jdbi would not find. */
class InvalidNamesTest extends InvalidModels {

    @Table("users")
    record User(@PrimaryKey Long id) {}

    @Table("USERS")
    record Customer(@PrimaryKey Long id) {}

    @Test
    void twoTablesWithOneNameDifferingInCase() {
        assertProblem(
                SchemaReset.forModels(User.class, Customer.class),
                here + "User",
                "its table \"users\" has the name of the table \"USERS\" of " + here
                        + "Customer; SQLite does not tell A"
                        + " from a, nor the name of a table from that of an index.",
                "name one of them with @Table(\"...\").");
    }

    @Table
    @Index(value = "id", name = "tag")
    record Tag(@PrimaryKey Long id) {}

    @Test
    void indexNamedAsATable() {
        assertProblem(
                SchemaReset.forModels(Tag.class),
                here + "Tag",
                "its index \"tag\" has the name of the table \"tag\" of " + here + "Tag; SQLite does not tell A from a,"
                        + " nor the name of a table from that of an index.",
                "name one of them with @Index(name = \"...\").");
    }

    @Table("sqlite_things")
    record Reserved(@PrimaryKey Long id) {}

    @Test
    void reservedName() {
        assertProblem(
                SchemaReset.forModels(Reserved.class),
                here + "Reserved",
                "the name \"sqlite_things\" begins with sqlite_, which SQLite keeps for itself.",
                "choose another name.");
    }

    @Table(" ")
    record Blank(@PrimaryKey Long id) {}

    @Test
    void blankName() {
        assertProblem(
                SchemaReset.forModels(Blank.class),
                here + "Blank",
                "a name is blank.",
                "write a name, or leave it out for the default.");
    }

    @Table
    record Twice(@PrimaryKey Long userId, String user_id) {}

    @Test
    void twoColumnsWithOneName() {
        assertProblem(
                SchemaReset.forModels(Twice.class),
                here + "Twice.user_id",
                "its column \"user_id\" has the name of that of userId; SQLite does not tell A from a.",
                "name one of them otherwise, with another component name, @Column, or the prefix of @Nested.");
    }

    @Table
    record Empty() {}

    @Test
    void recordWithoutComponents() {
        assertProblem(
                SchemaReset.forModels(Empty.class),
                here + "Empty",
                "it has no component for a column, and a table needs one.",
                "give it a component.");
    }

    @Table("a\r\nb")
    record TwoLines(@PrimaryKey Long id) {}

    @Test
    void nameWithALineBreak() {
        assertProblem(
                SchemaReset.forModels(TwoLines.class),
                here + "TwoLines",
                "a name holds a line break or another control character.",
                "choose another name.");
    }

    @Table
    record Renamed(
            @PrimaryKey Long id, @ColumnName("full_title") String title) {
        Renamed(Long id, String title) {
            this.id = id;
            this.title = title;
        }
    }

    @Test
    void columnNameThatJdbiWouldNotFind() {
        assertProblem(
                SchemaReset.forModels(Renamed.class),
                here + "Renamed.title",
                "its @ColumnName does not stand on the constructor's parameter, where Jdbi looks for it.",
                "write the same @ColumnName on the component and on the parameter of the constructor.");
    }

    @Table
    @Index(value = "id", name = "SQLITE_index")
    record SqliteMaster(
            @PrimaryKey Long id, @Column("sqlite_column") String allowed) {}

    @Table("sqlite")
    record Sqlite(@PrimaryKey Long id, @Index String name) {}

    @Test
    void namesThatSqliteKeepsForItself() {
        String what = "the name \"%s\" begins with sqlite_, which SQLite keeps for itself.";
        assertThat(errorOf(reset(SchemaReset.forModels(SqliteMaster.class, Sqlite.class)))
                        .problems())
                .containsExactly(
                        new Problem(here + "Sqlite.name", what.formatted("sqlite_name_idx"), "choose another name."),
                        new Problem(here + "SqliteMaster", what.formatted("sqlite_master"), "choose another name."),
                        new Problem(here + "SqliteMaster", what.formatted("SQLITE_index"), "choose another name."));
    }

    @Table("_Schema_Reset_log")
    @Index(value = "id", name = "_sync_index")
    record Bookkeeping(
            @PrimaryKey Long id, @Column("_sync_column") String allowed) {}

    @Test
    void namesThatSchemaResetKeepsForItself() {
        String what = "the name \"%s\" begins with %s, which SchemaReset keeps for itself.";
        assertThat(errorOf(Bookkeeping.class).problems())
                .containsExactly(
                        new Problem(
                                here + "Bookkeeping",
                                what.formatted("_Schema_Reset_log", "_schema_reset"),
                                "choose another name."),
                        new Problem(
                                here + "Bookkeeping", what.formatted("_sync_index", "_sync_"), "choose another name."));
    }
}
