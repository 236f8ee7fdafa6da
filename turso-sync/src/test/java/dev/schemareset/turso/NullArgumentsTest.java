package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.support.NullArguments;
import dev.schemareset.turso.exchange.Replication.Settings;
import dev.schemareset.turso.http.HranaClient.Pause;
import dev.schemareset.turso.replication.ConflictPolicy;
import dev.schemareset.turso.replication.SyncProgress;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Whoever passes null is told for which parameter. */
class NullArgumentsTest {

    @Test
    void nullIsRefusedWithTheNameOfItsParameter() {
        SchemaReset reset = SchemaReset.forModels();
        Settings settings = new Settings(
                ConflictPolicy.LOCAL_WINS,
                SyncProgress.Listener.NONE,
                Clock.systemUTC(),
                new SecureRandom(),
                Pause.SLEEP);
        // One that is connected to nothing: what is null is refused before anything is asked.
        TursoReplication replication = new TursoReplication(reset, null, "remote", settings, null);

        assertThat(new NullArguments(reset, TursoSync.to("http://127.0.0.1:1"), replication)
                        .unnamed("dev.schemareset.turso", "dev.schemareset.turso.replication"))
                .isEmpty();
    }
}
