package dev.schemareset.manage;

import dev.schemareset.SchemaReset;
import dev.schemareset.spi.SyncTarget;
import dev.schemareset.turso.TursoSync;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The remote database: what is given to the command, before it, or by the application. Its token comes only from the environment or the
 * application, because everybody may read a command line.
 */
final class RemoteOption {

    private final Optional<SchemaReset> application;
    private final @Nullable RemoteOption before;

    @Option(
            names = "--remote",
            paramLabel = "URL",
            description = "The database on Turso, e.g. libsql://db-org.turso.io. Default: the one that the environment "
                    + "variable TURSO_DATABASE_URL names, else none. Its token is read from TURSO_AUTH_TOKEN.")
    private @Nullable String url;

    /** The one before the command. */
    RemoteOption(Optional<SchemaReset> application) {
        this.application = application;
        this.before = null;
    }

    /** That of a command. */
    RemoteOption(ManageCommand root) {
        this.application = root.remote().application;
        this.before = root.remote();
    }

    boolean isNamed() {
        return target().isPresent();
    }

    /** A reset of both, where a remote database is named. */
    SchemaReset on(SchemaReset reset) {
        return target().map(reset::syncTo).orElse(reset);
    }

    private Optional<SyncTarget> target() {
        if (application.isPresent()) {
            return application.get().syncTarget();
        }
        String given = url();
        String named = given == null ? System.getenv("TURSO_DATABASE_URL") : given;
        return named == null || named.isBlank() ? Optional.empty() : Optional.of(ofOptions());
    }

    /** The database, with what only one on Turso can do; one that is not configured where none is named. */
    TursoSync turso() {
        if (application.isEmpty()) {
            return ofOptions();
        }
        SyncTarget target = target().orElseThrow(() -> new CommandFailure(
                ExitStatus.USAGE,
                "This application names no database on Turso. Nothing was changed.",
                "Its main names one with syncTo(TursoSync.fromEnvironment())."));
        if (target instanceof TursoSync turso) {
            return turso;
        }
        throw new CommandFailure(
                ExitStatus.USAGE,
                "The remote database of this application, " + target + ", is not on Turso. Nothing was changed.",
                "Only the commands that take --local-only reach it.");
    }

    private TursoSync ofOptions() {
        String given = url();
        if (given == null) {
            return TursoSync.fromEnvironment();
        }
        TursoSync turso = TursoSync.to(given);
        String token = System.getenv("TURSO_AUTH_TOKEN");
        return token == null || token.isBlank() ? turso : turso.authToken(token.strip());
    }

    private @Nullable String url() {
        return url != null || before == null ? url : before.url;
    }
}
