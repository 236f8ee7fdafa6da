package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.plan.Difference;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a database differs from the models: what it is, and what it should be. */
class DriftTest {

    @Table
    record Team(@PrimaryKey Long id, @Unique String name) {}

    @Table
    @Check(value = "age >= 0", name = "no age, below (zero)")
    record Person(
            @PrimaryKey Long id,

            @Column(comment = "As in the passport, all of it.")
            String name,

            @Index int age,
            @References(Team.class) Long teamId) {}

    @Table(strict = false)
    record Loose(@PrimaryKey Long id) {}

    private static final String PERSON = """
            CREATE TABLE "person" (
              "id" INTEGER NOT NULL PRIMARY KEY,
              -- As in the passport, all of it.
              "name" TEXT NOT NULL,
              "age" INTEGER NOT NULL,
              "team_id" INTEGER NOT NULL,
              FOREIGN KEY ("team_id") REFERENCES "team" ("id"),
              CONSTRAINT "no age, below (zero)" CHECK (age >= 0)
            ) STRICT""";

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset reset;

    @BeforeEach
    void models() {
        database = directory.resolve("local.db");
        reset = SchemaReset.forModels(Team.class, Person.class).database(database);
    }

    @Test
    void databaseOfTheModelsHasNone() throws Exception {
        reset.apply(Confirm.YES);
        Sqlite.execute(database, "INSERT INTO team(name) VALUES ('Blue')");
        byte[] before = Files.readAllBytes(database);

        DriftReport drift = reset.verify();

        assertThat(drift.isEmpty()).isTrue();
        assertThat(drift).hasToString("The database " + database + " agrees with the models.");
        drift.assertInSync();
        assertThat(database).hasBinaryContent(before);
        assertThat(directory).isDirectoryNotContaining(file -> !file.equals(database));
    }

    @Test
    void databaseThatIsNotThereIsNotCreated() {
        DriftReport drift = reset.verify();

        assertThat(drift.isEmpty()).isFalse();
        assertThat(drift).hasToString("""
                The database %s does not exist.
                What to do: apply(Confirm.YES) creates it.""".formatted(database));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void everyDifferenceIsToldWithWhatIsAndWhatShouldBe() {
        Sqlite.execute(
                database,
                "CREATE TABLE audit(at TEXT)",
                PERSON.replace("\"name\" TEXT NOT NULL", "\"name\" TEXT")
                        .replace("  \"age\" INTEGER NOT NULL,\n", "  \"e, (mail)\" TEXT, -- odd, \"quoted\n")
                        .replace("age >= 0", "id >= 0"),
                "CREATE VIEW adults AS SELECT 1");

        DriftReport drift = reset.verify();

        String text = """
                The database %s differs from the models in 10 places.
                - view adults is not in the models
                    is:        CREATE VIEW adults AS SELECT 1
                - table audit is not in the models
                    is:        CREATE TABLE audit(at TEXT)
                - column name of table person is not as the models say
                    is:        -- As in the passport, all of it.
                                 "name" TEXT
                    should be: -- As in the passport, all of it.
                                 "name" TEXT NOT NULL
                - column age of table person is missing
                    should be: "age" INTEGER NOT NULL
                - column team_id of table person is not as the models say
                    is:        -- odd, "quoted
                                 "team_id" INTEGER NOT NULL
                    should be: "team_id" INTEGER NOT NULL
                - column e, (mail) of table person is not in the models
                    is:        "e, (mail)" TEXT
                - a constraint of table person is missing
                    should be: CONSTRAINT "no age, below (zero)" CHECK (age >= 0)
                - a constraint of table person is not in the models
                    is:        CONSTRAINT "no age, below (zero)" CHECK (id >= 0)
                - index person_age_idx is missing
                    should be: CREATE INDEX "person_age_idx" ON "person" ("age")
                - table team is missing
                    should be: CREATE TABLE "team" (
                                 "id" INTEGER NOT NULL PRIMARY KEY,
                                 "name" TEXT NOT NULL,
                                 UNIQUE ("name")
                               ) STRICT
                What to do: if its rows may be lost, reset it with apply(Confirm.YES); if they must stay, change it with a migration tool, or change the models.""".formatted(database);
        assertThat(drift).hasToString(text);
        assertThatThrownBy(drift::assertInSync)
                .isInstanceOf(AssertionError.class)
                .hasMessage(text);
    }

    static Stream<Arguments> changes() {
        String age = "\"age\" INTEGER NOT NULL";
        String team = "\"team_id\" INTEGER NOT NULL";
        String column = "column age of table person is not as the models say";
        return Stream.of(
                Arguments.of(
                        age + ",\n  " + team,
                        team + ",\n  " + age,
                        "the order of the columns of table person is not as the models say"),
                Arguments.of(") STRICT", ")", "what follows the columns of table person is missing"),
                Arguments.of("\"person\" (", "person (", "table person is not as the models say"),
                Arguments.of(age, "age INTEGER NOT NULL", column),
                Arguments.of(age, "[age] INTEGER NOT NULL", column),
                Arguments.of(age, "'age' INTEGER NOT NULL", column),
                Arguments.of(age, "`AGE` INTEGER NOT NULL", column),
                Arguments.of(age, "/* a, ( */ " + age, column),
                Arguments.of(age, "-- a, (\n" + age, column),
                Arguments.of(age, age + " CHECK (age IN (1, 2) OR name <> '),(''')", column),
                Arguments.of(
                        "  FOREIGN KEY (\"team_id\") REFERENCES \"team\" (\"id\"),\n",
                        "",
                        "a constraint of table person is missing"),
                Arguments.of(
                        "  CONSTRAINT",
                        "  UNIQUE (name), CONSTRAINT",
                        "a constraint of table person is not in the models"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void oneChangeIsOneDifference(String models, String found, String headline) {
        reset.apply(Confirm.YES);
        Sqlite.execute(
                database,
                "DROP TABLE person",
                PERSON.replace(models, found),
                "CREATE INDEX \"person_age_idx\" ON \"person\" (\"age\")");

        assertThat(reset.verify().differences())
                .extracting(Difference::headline)
                .containsExactly(headline);
    }

    @Test
    void optionsThatTheModelsDoNotAskFor() {
        SchemaReset loose = SchemaReset.forModels(Loose.class).database(database);
        Sqlite.execute(database, "CREATE TABLE \"loose\" (\n  \"id\" INTEGER NOT NULL PRIMARY KEY\n) STRICT");

        assertThat(loose.verify().differences()).hasToString("""
                [what follows the columns of table loose is not in the models
                    is:        STRICT]""");
    }

    @Table
    record Code(@PrimaryKey String code) {}

    @Test
    void optionsOfAnotherKind() {
        SchemaReset codes = SchemaReset.forModels(Code.class).database(database);
        Sqlite.execute(database, "CREATE TABLE \"code\" (\n  \"code\" TEXT NOT NULL PRIMARY KEY\n) WITHOUT ROWID");

        assertThat(codes.verify().differences()).hasToString("""
                [what follows the columns of table code is not as the models say
                    is:        WITHOUT ROWID
                    should be: STRICT]""");
    }

    @Table
    record Quoted(@PrimaryKey Long id, @Column("say \"hi\"") String greeting) {}

    @Test
    void nameWithDoubledQuotesIsToldAsItIs() {
        SchemaReset quoted = SchemaReset.forModels(Quoted.class).database(database);
        String table = "CREATE TABLE \"quoted\" (\n  \"id\" INTEGER%s";
        quoted.apply(Confirm.YES);
        String key = Sqlite.query(database, "SELECT sql FROM sqlite_schema WHERE name = 'quoted'")
                .get(0)
                .split("INTEGER|,", -1)[1];
        Sqlite.execute(
                database,
                "DROP TABLE quoted",
                table.formatted(key) + ",\n  \"say \"\"hi\"\"\" TEXT,\n  `a``b` INTEGER,\n  'it''s' TEXT\n) STRICT");

        assertThat(quoted.verify().differences())
                .extracting(Difference::headline)
                .containsExactly(
                        "column say \"hi\" of table quoted is not as the models say",
                        "column a`b of table quoted is not in the models",
                        "column it's of table quoted is not in the models");
    }

    @Test
    void columnThatAlterTableAddedIsTold() {
        reset.apply(Confirm.YES);
        Sqlite.execute(database, "ALTER TABLE person ADD COLUMN nick TEXT DEFAULT 'a, b)'");

        assertThat(reset.verify().toString()).contains("""
                differs from the models in 1 place.
                - column nick of table person is not in the models
                    is:        nick TEXT DEFAULT 'a, b)'
                What""");
    }

    /** They are in no file, and the next connection does not see them. */
    @Test
    void temporaryObjectsAreNoDifference() throws Exception {
        reset.apply(Confirm.YES);
        try (Connection connection = Sqlite.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE team(a)");

            reset.database(Jdbi.create(connection)).verify().assertInSync();
        }
    }

    @Test
    void readsWhileAnotherConnectionWrites() throws Exception {
        reset.apply(Confirm.YES);
        reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO team(name) VALUES ('Blue')"));
        try (Connection connection = Sqlite.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("DROP TABLE team");

            reset.verify().assertInSync();
        }
    }

    @Table
    record Wrong(@PrimaryKey Long id, @Check("nonsense(") String name) {}

    /** What SQLite does not accept is no yardstick for a database. */
    @Test
    void modelsWithAProblemAreToldInstead() {
        SchemaReset wrong = SchemaReset.forModels(Wrong.class).database(database);

        assertThatThrownBy(wrong::verify).isInstanceOf(InvalidSchemaException.class);
    }
}
