package app.replication;

import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import java.nio.file.Path;

/** Two instances write a row with the same key before they sync. */
public class Apart {
    public static void main(String[] args) {
        TursoSync turso = TursoSync.fromEnvironment();
        SchemaReset here = SchemaReset.forPackage("app.models"); // local.db
        SchemaReset another = here.database(Path.of("another.db")); // the file of another instance
        try (TursoReplication replication = turso.replicate(another)) { // creates it from the remote database
            another.jdbi().useHandle(handle -> handle.execute("INSERT INTO teams VALUES (1, 'Red')"));
            System.out.println(replication.sync());
        }
        try (TursoReplication replication = turso.replicate(here)) {
            here.jdbi().useHandle(handle -> handle.execute("INSERT INTO teams VALUES (1, 'Blue'), (2, 'Green')"));
            System.out.println(replication.status());
            System.out.println(replication.preview());
        }
    }
}
