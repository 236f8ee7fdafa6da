package app;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoSync;

public class Both {
    public static void main(String[] args) {
        TursoSync turso = TursoSync.fromEnvironment(); // TURSO_DATABASE_URL, TURSO_AUTH_TOKEN
        System.out.println(turso.testAuth()); // reachable? token accepted? may it write?

        SchemaReset both = SchemaReset.forPackage("app.models").syncTo(turso);
        System.out.println(both.apply(Confirm.YES)); // drops ALL in both databases, creates it again
        System.out.println(both.info()); // both databases, and whether they agree
    }
}
