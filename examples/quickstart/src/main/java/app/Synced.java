package app;

import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Side;
import java.time.Duration;

public class Synced {
    public static void main(String[] args) {
        TursoSync turso = TursoSync.fromEnvironment();
        SchemaReset reset = SchemaReset.forPackage("app.models");
        try (TursoReplication replication = turso.replicate(reset)) {
            System.out.println(replication.sync()); // pushes unsent rows, pulls what others changed
            for (Conflict conflict : replication.conflicts()) {
                System.out.println(conflict); // both versions of a row, and which one stands
                replication.resolve(conflict, Side.REMOTE); // let the remote version stand
            }
            replication.sync();
            System.out.println(replication.verify()); // compares all rows of both databases
            replication.syncAutomatically(Duration.ofSeconds(1)); // from now on in the background, until close()
        }
    }
}
