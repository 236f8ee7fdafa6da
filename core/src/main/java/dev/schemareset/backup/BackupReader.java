package dev.schemareset.backup;

import dev.schemareset.connection.FileSource;
import dev.schemareset.connection.Pragmas;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.inspect.Complaints;
import dev.schemareset.inspect.InventoryReader;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.BackupContent;
import dev.schemareset.plan.BackupContent.Rows;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads a backup that is what it was when it was taken, and no other. */
public final class BackupReader {

    private BackupReader() {}

    public static BackupContent read(Backup backup) {
        requireIntact(backup);
        return source(backup.file()).read(BackupReader::content).orElseThrow(() -> missing(backup));
    }

    /** What is in it, whole or not. */
    public static Inventory inventory(Backup backup) {
        return source(backup.file()).read(InventoryReader::read).orElseThrow(() -> missing(backup));
    }

    /** A reset of another process may remove a backup at any time, but not while the lock is held. */
    public static void requireThere(Backup backup) {
        if (Files.notExists(backup.file())) {
            throw missing(backup);
        }
    }

    private static void requireIntact(Backup backup) {
        requireThere(backup);
        try {
            String sha256 = Checksum.of(backup.file());
            if (!sha256.equals(backup.sha256())) {
                throw unusable(
                        backup,
                        "it has changed since it was taken; its SHA-256 was " + backup.sha256() + " and is " + sha256
                                + ".",
                        "look for another copy of it. If you know why, and want its content, stop the application and replace "
                                + "the database with it yourself.",
                        null);
            }
        } catch (IOException e) {
            throw unusable(backup, e + ".", "check the file and its permissions.", e);
        }
    }

    private static UnusableDatabaseException missing(Backup backup) {
        return unusable(
                backup,
                "it does not exist.",
                "a later reset removes older backups; backups(directory, keep) keeps more of them.",
                null);
    }

    private static UnusableDatabaseException unusable(
            Backup backup, String why, String remedy, @Nullable Throwable cause) {
        return new UnusableDatabaseException(
                "Cannot restore the backup " + backup.file() + ": " + why, "nothing was changed.", remedy, cause);
    }

    private static BackupContent content(Connection connection) throws SQLException {
        Inventory inventory = InventoryReader.read(connection);
        List<Rows> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (DatabaseObject table : inventory.objects()) {
                if (table.kind().isStored()) {
                    tables.add(new Rows(table.name(), CopiedColumns.of(statement, table.name())));
                }
            }
        }
        // A row that breaks a CHECK may come back, so that it is no complaint here either.
        Pragmas.execute(connection, "PRAGMA ignore_check_constraints = ON");
        return new BackupContent(
                EmptyFile.formatOf(connection),
                inventory,
                tables,
                Complaints.of(connection, "PRAGMA main.quick_check"));
    }

    /** The stamp of the database that a copy was taken of. */
    static Optional<Stamp> stamp(Path copy) {
        return source(copy).read(InventoryReader::readStamp).flatMap(stamp -> stamp);
    }

    /** What is about to be dropped must be what is in the copy: the file behind a connection can be another one by now. */
    static void requireCopyOf(Inventory found, Path copy) throws IOException {
        Inventory copied = source(copy).read(InventoryReader::read).orElse(Inventory.EMPTY);
        if (!stored(copied).equals(stored(found))
                || !copied.stamp().equals(found.stamp())
                || !copied.header().equals(found.header())) {
            throw new IOException("the copy differs from the database, as if another file had replaced it");
        }
    }

    private static List<DatabaseObject> stored(Inventory inventory) {
        return inventory.objects().stream()
                .filter(object -> object.kind() != Kind.VIRTUAL_TABLE)
                .toList();
    }

    private static FileSource source(Path file) {
        return new FileSource(file, new Properties());
    }
}
