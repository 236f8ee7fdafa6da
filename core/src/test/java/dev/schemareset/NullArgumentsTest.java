package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.backup.BackupPolicy;
import dev.schemareset.check.CheckedModels;
import dev.schemareset.model.Name;
import dev.schemareset.plan.Backup;
import dev.schemareset.read.RecordScanner;
import dev.schemareset.run.SqliteDatabase;
import dev.schemareset.support.NullArguments;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever passes null is told for which parameter. */
class NullArgumentsTest {

    @TempDir
    private Path directory;

    @Test
    void nullIsRefusedWithTheNameOfItsParameter() {
        Path database = directory.resolve("local.db");
        Undo undo = new Undo(
                new CheckedModels(RecordScanner.ofClasses(List.of())),
                SqliteDatabase.at(database),
                new Backup(database, "0", Instant.EPOCH),
                BackupPolicy.NONE,
                Clock.systemUTC());

        assertThat(new NullArguments(undo, SchemaReset.forModels(), new Name("x"))
                        .unnamed(
                                "dev.schemareset",
                                "dev.schemareset.error",
                                "dev.schemareset.jdbi",
                                "dev.schemareset.model",
                                "dev.schemareset.plan",
                                "dev.schemareset.spi"))
                .isEmpty();
    }
}
