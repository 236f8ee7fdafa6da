package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a database is named, one file is meant: the same when it is read, told and reset. */
class DatabasePathTest {

    @TempDir
    private Path directory;

    private SchemaReset reset;

    @BeforeEach
    void shop() {
        reset = SchemaReset.forPackage("dev.schemareset.fixture.shop");
    }

    @Test
    void pathMayHoldAnyCharacter() {
        SchemaReset odd = reset.database(directory.resolve("a b?c#d%20é'\".db"));

        odd.apply(Confirm.YES_DROP_FOREIGN_TABLES);
        odd.jdbi().useHandle(handle -> handle.execute("INSERT INTO makers(name) VALUES ('Acme')"));

        assertThat(odd.info().tables()).extracting(DatabaseObject::toString).contains("table makers (1 row)");
        assertThat(directory.resolve("a b?c#d%20é'\".db")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:%s",
                "jdbc:sqlite:%s?cache_size=100",
                "jdbc:sqlite:%s?journal_mode=memory",
                "jdbc:sqlite:file:%s",
                "jdbc:sqlite:file://%s",
                "jdbc:sqlite:file://localhost%s?synchronous=OFF&cache_size=100"
            })
    void databaseMayBeAUrl(String url) {
        Path spaced = directory.resolve("a b.db");
        Sqlite.execute(spaced, "CREATE TABLE old(a)");
        // SQLite decodes a URI, and takes a space as it is.
        String address = url.contains("file://") ? spaced.toString().replace(" ", "%20") : spaced.toString();
        SchemaReset byUrl = reset.database(url.formatted(address));

        assertThat(byUrl.plan().found().summary()).isEqualTo("1 table (0 rows)");
        byUrl.apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThat(byUrl.info().database().name()).isEqualTo(spaced.toString());
        assertThat(Sqlite.query(spaced, "SELECT count(*) FROM products")).containsExactly("0");
        assertThat(directory.toFile().list()).containsExactly("a b.db");
    }

    /** What stands above the target of a link is not what stands above the link. */
    @Test
    void parentOfALinkedDirectoryIsThatOfItsTarget() throws Exception {
        Files.createDirectories(directory.resolve("real/sub"));
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("real/sub"));
        Sqlite.execute(directory.resolve("real/local.db"), "CREATE TABLE old(a)");
        SchemaReset linked = reset.database(directory.resolve("link/../local.db"));

        assertThat(linked.plan().found().summary()).isEqualTo("1 table (0 rows)");
        linked.apply(Confirm.YES_DROP_FOREIGN_TABLES);

        assertThat(linked.info().differences()).isEmpty();
        assertThat(directory.resolve("local.db")).doesNotExist();
        int rows = linked.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM makers")
                        .mapTo(int.class)
                        .one());
        assertThat(rows).isZero();
    }

    /** A connection that may not write would leave files beside a database in WAL mode that block later writers. */
    @Test
    void readOnlyFileInWalModeIsReadAndLeftAlone() throws Exception {
        Path file = directory.resolve("local.db");
        Sqlite.execute(file, "PRAGMA journal_mode = WAL", "CREATE TABLE old(a)", "INSERT INTO old VALUES (1)");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThat(reset.database(file).plan().found().summary()).isEqualTo("1 table (1 row)");

        assertThat(directory.toFile().list()).containsExactly("local.db");
    }
}
