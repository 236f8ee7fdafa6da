package dev.schemareset.examples.manage;

import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the commands that take a backup or bring one back, so that all of them look in the same place. */
final class BackupOptions {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @ArgGroup(exclusive = false)
    private @Nullable Place place;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec command;

    private static final class Place {

        @Option(
                names = "--backups",
                paramLabel = "DIR",
                required = true,
                description =
                        "Where the backups are, for apply-migration and undo-migration alike. Default: beside the "
                                + "database, and nowhere if that is in the system's temporary directory.")
        @SuppressWarnings("NullAway.Init") // picocli sets it.
        private Path directory;

        @Option(
                names = "--keep",
                paramLabel = "N",
                defaultValue = "1",
                description =
                        "How many backups stay there; apply-migration removes older ones. Default: ${DEFAULT-VALUE}.")
        private int keep;
    }

    /** What is not given keeps the default of SchemaReset. */
    SchemaReset reset() {
        SchemaReset reset = database.reset();
        try {
            return place == null ? reset : reset.backups(place.directory, place.keep);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
