package dev.schemareset.examples.manage;

import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoSync;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the database on Turso. Its token comes only from the environment: everybody may read a command line. */
final class RemoteOption {

    @Option(
            names = "--remote",
            paramLabel = "URL",
            description = "The database on Turso, e.g. libsql://db-org.turso.io. Default: the one that the environment "
                    + "variable TURSO_DATABASE_URL names, else none. Its token is read from TURSO_AUTH_TOKEN.")
    private @Nullable String url;

    boolean isNamed() {
        String named = url == null ? System.getenv("TURSO_DATABASE_URL") : url;
        return named != null && !named.isBlank();
    }

    /** A reset of both, where a remote database is named. */
    SchemaReset on(SchemaReset reset) {
        return isNamed() ? reset.syncTo(turso()) : reset;
    }

    /** The database; one that is not configured where none is named. */
    TursoSync turso() {
        if (url == null) {
            return TursoSync.fromEnvironment();
        }
        TursoSync turso = TursoSync.to(url);
        String token = System.getenv("TURSO_AUTH_TOKEN");
        return token == null || token.isBlank() ? turso : turso.authToken(token.strip());
    }
}
