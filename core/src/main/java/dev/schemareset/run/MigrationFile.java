package dev.schemareset.run;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.schemareset.backup.UtcSecond;
import dev.schemareset.error.MigrationNotWrittenException;
import dev.schemareset.spi.Ending;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes migration files, each under a name of its own. */
public final class MigrationFile {

    private static final String SUFFIX = "_schema_reset.sql";

    private MigrationFile() {}

    /** Takes the next free second when a file already has the name, so that names sort in the order of writing. */
    public static Path write(Path directory, Instant now, String sql) {
        try {
            Files.createDirectories(directory);
            Instant second = now.truncatedTo(SECONDS);
            Path file = directory.resolve(UtcSecond.of(second) + SUFFIX);
            while (!create(file, sql)) {
                second = second.plus(1, SECONDS);
                file = directory.resolve(UtcSecond.of(second) + SUFFIX);
            }
            return file;
        } catch (IOException e) {
            throw new MigrationNotWrittenException(
                    "Cannot write a migration file into " + directory.toAbsolutePath() + ": " + reason(directory, e)
                            + ".",
                    "the database was only read; no migration file was overwritten.",
                    "check the directory and its permissions, or choose another with migrationsDirectory(...).",
                    e);
        }
    }

    /** Whether the file is new; one that is there is left alone, one that could not be written whole is removed. */
    private static boolean create(Path file, String sql) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
        Ending.onFailure(() -> Files.writeString(file, sql), () -> Files.deleteIfExists(file));
        return true;
    }

    private static String reason(Path directory, IOException e) {
        return Files.exists(directory) && !Files.isDirectory(directory) ? "it is not a directory" : e.toString();
    }
}
