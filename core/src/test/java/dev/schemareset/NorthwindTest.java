package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemareset.error.ForeignDatabaseException;
import dev.schemareset.support.Image;
import dev.schemareset.support.Sqlite;
import dev.schemareset.support.SqliteShell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that others made, from the file beside the repository: it is refused, reset and brought back. */
class NorthwindTest {

    private static final Path SCRIPT = Path.of("../../shared/data/northwind.sql");

    @TempDir
    private Path directory;

    private Path database;
    private SchemaReset reset;

    @BeforeEach
    void northwind() throws Exception {
        assumeTrue(Files.exists(SCRIPT), "skipped: there is no " + SCRIPT);
        database = directory.resolve("northwind.db");
        SqliteShell.run(database, SCRIPT);
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop")
                .database(database)
                .backups(directory.resolve("backups"), 1);
    }

    @Test
    void itIsRefusedWithItsTablesAndRows() throws Exception {
        byte[] before = Files.readAllBytes(database);

        assertThatThrownBy(() -> reset.apply(Confirm.YES))
                .isInstanceOf(ForeignDatabaseException.class)
                .hasMessage("""
                        Cannot reset the database %s: SchemaReset did not make it. It holds 13 tables (3,310 rows), 16 views.
                          table Categories (8 rows)
                          table CustomerCustomerDemo (0 rows)
                          table CustomerDemographics (0 rows)
                          table Customers (93 rows)
                          table Employees (9 rows)
                          table EmployeeTerritories (49 rows)
                          table Order Details (2,155 rows)
                          table Orders (830 rows)
                          table Products (77 rows)
                          table Regions (4 rows)
                          table Shippers (3 rows)
                          table Suppliers (29 rows)
                          table Territories (53 rows)
                        Your data: nothing was changed.
                        What to do: check that this is the database you mean. If all of this may be dropped, call apply(Confirm.YES_DROP_FOREIGN_TABLES).""".formatted(database));
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void itIsResetAndEveryRowComesBack() {
        List<String> before = Image.of(database);

        ResetReport report = reset.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        reset.verify().assertInSync();
        assertThat(Sqlite.query(
                        database, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"))
                .containsExactly("_schema_reset", "makers", "products");

        report.undo().orElseThrow().restore(Confirm.YES);
        assertThat(Image.of(database)).isEqualTo(before);
        assertThat(Sqlite.query(database, "PRAGMA integrity_check")).containsExactly("ok");
    }
}
