package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.support.ChildJvm;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process that may drop nothing, rows are exchanged and a new file is made, but none is made anew. */
class ProhibitedReplicationTest {

    @TempDir
    private Path directory;

    /** Exchanges rows before and after somebody else's reset. */
    static final class Production {
        public static void main(String[] arguments) throws Exception {
            SchemaReset.prohibit("production");
            try (Instance instance = Instance.of(Path.of(arguments[0]), "production", TursoSync.to(arguments[1]))) {
                System.out.println(instance.sync());
                System.in.read();
                instance.sync();
            } catch (ProtectedDatabaseException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    @WithServer
    void newFileIsMadeAndNoneIsMadeAnew(TursoServer server) throws Exception {
        Instance.reset(directory.resolve("ada.db"))
                .syncTo(TursoSync.to(server.url()))
                .apply(Confirm.YES);
        RawPipeline.execute(server.url(), "INSERT INTO people VALUES (1, NULL, 'ada', 'Bath')");
        try (ChildJvm production = ChildJvm.start(Production.class, directory.toString(), server.url())) {
            assertThat(production.hear()).isEqualTo("no rows pushed, 1 row pulled, no conflicts");
            Instance.reset(directory.resolve("ada.db"))
                    .syncTo(TursoSync.to(server.url()))
                    .apply(Confirm.YES);
            production.say("go");

            assertThat(production.hear())
                    .isEqualTo("Cannot reset the database " + directory.resolve("production.db")
                            + ": SchemaReset.prohibit(\"production\") forbids it in this process.");
            assertThat(production.hear()).isEqualTo("Your data: nothing was changed.");
        }
    }
}
