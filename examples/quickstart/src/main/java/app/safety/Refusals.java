package app.safety;

import app.hotel.Room;
import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.SchemaResetException;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

public class Refusals {
    public static void main(String[] args) {
        SchemaReset reset = SchemaReset.forPackage("app.models");
        reset.apply(Confirm.YES);
        reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO teams (name) VALUES ('Blue'), ('Green')"));
        tell(() -> reset.apply(Confirm.NO));
        tell(() -> reset.withoutBackup().apply(Confirm.NO));

        Jdbi.create("jdbc:sqlite:photos.db")
                .useHandle(handle -> handle.execute("CREATE TABLE photos AS SELECT 'beach.jpg' AS file"));
        tell(() -> reset.database(Path.of("photos.db")).apply(Confirm.YES));

        tell(() -> SchemaReset.forModels(Room.class).apply(Confirm.YES));

        reset.protect("real customers"); // from now on nothing resets this database ...
        tell(() -> reset.apply(Confirm.YES));
        reset.unprotect(); // ... until this

        SchemaReset.prohibit("production"); // nothing is reset in this process any more
        tell(() -> reset.apply(Confirm.YES));
    }

    private static void tell(Runnable attempt) {
        try {
            attempt.run();
        } catch (SchemaResetException e) {
            System.out.println(e.getMessage());
        }
    }
}
