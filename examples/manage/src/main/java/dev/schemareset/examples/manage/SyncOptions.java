package dev.schemareset.examples.manage;

import dev.schemareset.SchemaReset;
import dev.schemareset.turso.TursoSync;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that reach the other side. The token only comes from the environment: nobody else shall read it. */
final class SyncOptions {

    @Option(
            names = "--remote",
            paramLabel = "URL",
            defaultValue = "${env:TURSO_DATABASE_URL}",
            description =
                    "The database on Turso that is reset with the local one. Default: the one that the environment variable "
                            + "TURSO_DATABASE_URL names, else none. TURSO_AUTH_TOKEN is its token.")
    private @Nullable String url;

    @Option(
            names = "--local-only",
            description = "Leave the database on Turso alone, even if the environment names one.")
    private boolean localOnly;

    SchemaReset on(SchemaReset reset) {
        return named().map(turso -> reset.syncTo(turso)).orElse(reset);
    }

    private Optional<TursoSync> named() {
        return localOnly || url == null || url.isBlank() ? Optional.empty() : Optional.of(turso());
    }

    TursoSync turso() {
        TursoSync turso = TursoSync.to(url == null ? "" : url);
        String token = System.getenv("TURSO_AUTH_TOKEN");
        return token == null || token.isBlank() ? turso : turso.authToken(token.strip());
    }
}
