package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.error.SchemaResetException;
import dev.schemareset.support.JvmRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default database, in a process of its own, because an environment cannot be changed from inside. */
class EnvironmentTest {

    @TempDir
    private Path directory;

    /** What the child process does. */
    public static final class PrintDatabase {
        public static void main(String[] arguments) {
            try {
                System.out.print(SchemaReset.forPackage("dev.schemareset.fixture.shop")
                        .info()
                        .database()
                        .name());
            } catch (SchemaResetException e) {
                System.out.print(e.getClass().getSimpleName() + "\n" + e.getMessage());
            }
        }
    }

    @Test
    void environmentNamesTheDatabase() throws Exception {
        assertThat(defaultDatabase(Map.of("LOCAL_DB_PATH", "named.db"))).isEqualTo(real("named.db"));
    }

    @Test
    void withoutEnvironmentItIsLocalDb() throws Exception {
        assertThat(defaultDatabase(Map.of())).isEqualTo(real("local.db"));
        assertThat(defaultDatabase(Map.of("LOCAL_DB_PATH", " "))).isEqualTo(real("local.db"));
    }

    @Test
    void spacesAroundTheValueAreNoPartOfIt() throws Exception {
        assertThat(defaultDatabase(Map.of("LOCAL_DB_PATH", " named.db \t"))).isEqualTo(real("named.db"));
    }

    @Test
    void environmentMayNameAJdbcUrl() throws Exception {
        assertThat(defaultDatabase(Map.of("LOCAL_DB_PATH", "jdbc:sqlite:named.db?cache_size=10")))
                .isEqualTo(real("named.db"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ~/x.db | Cannot use the path ~/x.db as the database: only a shell takes ~ for the home directory. | write the whole path, e.g. HOME/x.db.
            "quoted.db" | Cannot use the path "quoted.db" as the database: the quotes would be a part of the name. | write it without them: quoted.db.
            'quoted.db' | Cannot use the path 'quoted.db' as the database: the quotes would be a part of the name. | write it without them: quoted.db.
            sqlite:///y.db | Cannot use the path sqlite:/y.db as the database: it looks like a URL, and as a path it would create a file of that name. | name a file by its path, or by a JDBC URL as a String, jdbc:sqlite:<file>; for a database in memory, hand over its Jdbi.
            file:y.db | Cannot use the path file:y.db as the database: it looks like a URL, and as a path it would create a file of that name. | name a file by its path, or by a JDBC URL as a String, jdbc:sqlite:<file>; for a database in memory, hand over its Jdbi.
            libsql://db.turso.io | Cannot use the path libsql:/db.turso.io as the database: it looks like a URL, and as a path it would create a file of that name. | name a file by its path, or by a JDBC URL as a String, jdbc:sqlite:<file>; for a database in memory, hand over its Jdbi.
            jdbc:sqlite:y.db?no_such=s3cret | Cannot use jdbc:sqlite:y.db as the database: neither sqlite-jdbc nor SQLite knows a parameter "no_such" with a value. | correct the parameter, or remove it.
            """)
    void valueThatNamesNoFileIsRefusedWithTheNameOfTheVariable(String value, String why, String remedy)
            throws Exception {
        assertThat(defaultDatabase(Map.of("LOCAL_DB_PATH", value)))
                .isEqualTo("""
                UnusableDatabaseException
                The environment variable LOCAL_DB_PATH is wrong. %s
                Your data: nothing was changed.
                What to do: %s""".formatted(why, remedy.replace("HOME", System.getProperty("user.home"))));
        assertThat(directory).isEmptyDirectory();
    }

    /** Whatever is the matter with the file, and whoever finds it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no/such/x.db | Cannot read the database PLACE/no/such/x.db (from LOCAL_DB_PATH): the directory PLACE/no/such does not exist.
            . | Cannot read the database PLACE/. (from LOCAL_DB_PATH): it is a directory.
            notes.txt | Cannot read the database PLACE/notes.txt (from LOCAL_DB_PATH): it is not a SQLite database.
            jdbc:sqlite:notes.txt | Cannot read the database PLACE/notes.txt (from LOCAL_DB_PATH): it is not a SQLite database.
            """)
    void errorOfTheFileNamesTheVariable(String value, String failure) throws Exception {
        Files.writeString(directory.resolve("notes.txt"), "Buy milk.");

        assertThat(defaultDatabase(Map.of("LOCAL_DB_PATH", value)))
                .startsWith("UnusableDatabaseException\n"
                        + failure.replace("PLACE", directory.toRealPath().toString()) + "\n");
    }

    private String real(String file) throws IOException {
        return directory.toRealPath().resolve(file).toString();
    }

    private String defaultDatabase(Map<String, String> environment) throws IOException, InterruptedException {
        return new JvmRun(directory, List.of(), environment).output(PrintDatabase.class);
    }
}
