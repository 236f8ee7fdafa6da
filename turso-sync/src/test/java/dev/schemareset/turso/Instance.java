package dev.schemareset.turso;

import dev.schemareset.SchemaReset;
import dev.schemareset.SyncReport;
import dev.schemareset.spi.Exchange;
import dev.schemareset.support.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/** An instance of an application that shares the tables of the family: its file, and its connection to the others. */
final class Instance implements AutoCloseable {

    private final Path file;
    private final TursoReplication replication;

    private Instance(Path file, TursoReplication replication) {
        this.file = file;
        this.replication = replication;
    }

    /** Begins to replicate the file of that name, which need not be there. */
    static Instance of(Path directory, String name, TursoSync turso) {
        Path file = directory.resolve(name + ".db");
        return new Instance(file, turso.replicate(reset(file)));
    }

    /** The same with tables of other models. */
    static Instance of(Path directory, String name, TursoSync turso, Class<?>... models) {
        Path file = directory.resolve(name + ".db");
        return new Instance(file, turso.replicate(reset(file, models)));
    }

    static SchemaReset reset(Path file, Class<?>... models) {
        return SchemaReset.forModels(models).withoutBackup().database(file);
    }

    static SchemaReset reset(Path file) {
        return SchemaReset.forPackage("dev.schemareset.turso.family")
                .withoutBackup()
                .database(file);
    }

    Path file() {
        return file;
    }

    TursoReplication replication() {
        return replication;
    }

    /** Writes as an application does, each statement in a transaction of its own. */
    void execute(String... statements) throws Exception {
        try (Connection connection = Sqlite.open(file)) {
            Sqlite.execute(connection, "PRAGMA foreign_keys = ON");
            for (String statement : statements) {
                Sqlite.execute(connection, statement);
            }
        }
    }

    List<List<String>> rows(String query) throws Exception {
        return Sqlite.rows(file, query);
    }

    Exchange sync() {
        SyncReport report = replication.sync();
        return report.exchange();
    }

    @Override
    public void close() {
        replication.close();
    }
}
