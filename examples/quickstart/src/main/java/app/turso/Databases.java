package app.turso;

import dev.schemareset.Confirm;
import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.SyncException;
import dev.schemareset.turso.TursoSync;
import java.time.Duration;
import java.util.function.Supplier;

/** How a database on Turso is named, and what to do when its reset fails. */
public final class Databases {

    private Databases() {}

    static TursoSync named(String token) {
        return TursoSync.to("libsql://shop-acme.turso.io").authToken(token);
    }

    static TursoSync withTokensThatExpire(String url, Supplier<String> tokens) {
        return TursoSync.to(url)
                .authToken(tokens) // asked before each request
                .timeout(Duration.ofSeconds(10)); // of one request with all its tries; default: 30 seconds
    }

    static void reset(SchemaReset both) {
        try {
            ResetReport report = both.apply(Confirm.YES);
            System.out.println(report);
        } catch (SyncException e) {
            System.err.println(e.getMessage()); // what failed, what is reset already, what to do
        }
    }

    static void retry(SchemaReset both) {
        both.finish().ifPresent(System.out::println); // resets the remote database, if that is left to do
    }
}
