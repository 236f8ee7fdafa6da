package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hard to see or to drop: it is told, and it goes, or nothing does. */
class DropEverythingTest {

    @Table
    record DocsContent(@PrimaryKey Long id, String body) {}

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset reset;

    @BeforeEach
    void shop() {
        database = directory.resolve("local.db");
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop").database(database);
    }

    @Test
    void virtualTableWhoseModuleIsNotThereIsRefused() throws Exception {
        Sqlite.execute(
                database,
                "CREATE TABLE old(a)",
                "PRAGMA writable_schema = ON",
                "INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING absent(a)')");
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> reset.apply(Confirm.YES_DROP_FOREIGN_TABLES))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                Cannot reset the database %s: SQLite can neither read nor drop this table.
                  virtual table v: no such module: absent
                Your data: nothing was changed.
                What to do: where the module is missing, hand over a Jdbi whose connections load it: database(Jdbi.create(...)); else drop the table with the program that made it.""".formatted(database));
        assertThat(database).hasBinaryContent(before);
    }

    /** Ordinary tables that have the name of a table in which the virtual one could keep its content. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fts5(body, content='docs_content', content_rowid='id')",
                "fts5(body, content='')",
                "fts5(body, columnsize=0)",
                "fts4(body, content='docs_content')"
            })
    void tableWithTheNameOfAShadowTableGoesToo(String module) {
        String table = module.contains("columnsize") ? "docs_docsize" : "docs_content";
        Sqlite.execute(
                database,
                "CREATE TABLE " + table + "(id INTEGER PRIMARY KEY, body)",
                "INSERT INTO " + table + " VALUES (1, 'SECRET')",
                "CREATE VIRTUAL TABLE docs USING " + module);

        ResetReport report = reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThat(report.dropped())
                .extracting(DatabaseObject::toString)
                .contains("shadow table " + table + " (1 row)");
        assertThat(reset.info().differences()).isEmpty();
        assertThat(Sqlite.query(database, "SELECT name FROM sqlite_schema WHERE name LIKE 'docs%'"))
                .isEmpty();
    }

    @Test
    void modelWithTheNameOfAShadowTableIsResetAgainAndAgain() {
        SchemaReset docs = SchemaReset.forModels(DocsContent.class).database(database);
        docs.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        Sqlite.execute(
                database,
                "INSERT INTO docs_content VALUES (1, 'a')",
                "CREATE VIRTUAL TABLE docs USING fts5(body, content='docs_content', content_rowid='id')");

        docs.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        docs.apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThat(docs.info().differences()).isEmpty();
        assertThat(Sqlite.query(database, "SELECT count(*) FROM docs_content")).containsExactly("0");
    }

    @Test
    void whatSqliteCannotReadGoesWithoutACount() {
        Sqlite.execute(
                database,
                "CREATE TABLE c(id INTEGER PRIMARY KEY, body)",
                "CREATE VIRTUAL TABLE docs USING fts5(body, content='c', content_rowid='id')",
                "DROP TABLE c");

        assertThat(reset.info().toString()).containsPattern("\ndocs +unknown\n");
        assertThat(reset.plan().found().ofKind(Kind.VIRTUAL_TABLE)).hasToString("[virtual table docs (rows unknown)]");
        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        assertThat(reset.info().differences()).isEmpty();
    }

    /** A view that lies about the tables must not be asked about them. */
    @Test
    void viewWithTheNameOfAPragmaIsAView() {
        Sqlite.execute(
                database,
                "CREATE TABLE keep(a)",
                "CREATE VIEW pragma_table_list AS SELECT 'keep' AS name, 'shadow' AS type, 'main' AS schema");

        assertThat(reset.plan().found().summary()).isEqualTo("1 table (0 rows), 1 view");
        reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        assertThat(reset.info().differences()).isEmpty();
    }
}
