package dev.schemareset.turso.replica;

import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.spi.LocalDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Which file the name of a database leads to. SQLite goes on with the one it has opened when another takes its place, or none. */
final class FileIdentity {

    private final LocalDatabase database;
    private final Optional<Object> key;

    FileIdentity(LocalDatabase database) {
        this.database = database;
        this.key = key(database);
    }

    /** Whether the name still leads to that file; always, where the system cannot tell its files apart. */
    boolean isSame() {
        return key(database).equals(key);
    }

    /** Empty where the system cannot tell its files apart. */
    static Optional<Object> key(LocalDatabase database) {
        try {
            return Optional.ofNullable(Files.readAttributes(database.file(), BasicFileAttributes.class)
                    .fileKey());
        } catch (NoSuchFileException e) {
            throw ReplicaErrors.gone(database, e);
        } catch (IOException e) {
            throw new UnusableDatabaseException(
                    "Cannot look at the file " + database + ": " + e + ".",
                    "nothing was changed.",
                    "check that this process may read it.",
                    e);
        }
    }
}
