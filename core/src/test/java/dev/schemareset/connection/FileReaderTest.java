package dev.schemareset.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.support.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {

    @TempDir
    private Path directory;

    /** Without locks, nobody is kept from writing. */
    @Test
    void fileThatIsReadAsItStandsMustNotChangeMeanwhile() throws Exception {
        Path database = directory.resolve("local.db");
        Sqlite.execute(database, "CREATE TABLE a(b)");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("r--r--r--"));
        FileSource source = new FileSource(database, new Properties());

        assertThat(source.read(connection -> Pragmas.number(connection, "SELECT count(*) FROM a")))
                .contains(0L);
        assertThatThrownBy(() -> source.read(connection -> database.toFile().setLastModified(0)))
                .isInstanceOf(DatabaseBusyException.class)
                .hasMessage("""
                        Cannot read the database %s: another program changed the file meanwhile.
                        Your data: nothing was changed by this attempt.
                        What to do: run again when that program is done; or give this process write permission to the directory, so that SQLite can keep others out.""".formatted(database));
    }
}
