package dev.schemareset.manage;

import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of the commands that take a backup or bring one back, so that all of them look in the same place. */
final class BackupOptions extends DatabaseOptions {

    @Option(
            names = "--backups",
            paramLabel = "DIR",
            description = "Where the backups are, for all commands alike. Default: beside the database, and nowhere if "
                    + "that is in the system's temporary directory.")
    private @Nullable Path directory;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description =
                    "How many backups stay in the directory of --backups; apply-migration removes older ones. Default: 1.")
    private @Nullable Integer keep;

    BackupOptions(ManageCommand root) {
        super(root);
    }

    @Override
    SchemaReset reset() {
        SchemaReset reset = super.reset();
        if (directory != null) {
            return backups(reset, directory, keep == null ? 1 : keep);
        }
        if (keep != null) {
            throw new ParameterException(command().commandLine(), "--keep needs --backups=DIR beside it.");
        }
        return reset;
    }

    /** What finds a backup that was taken with these options. */
    String wayBack() {
        return isGivenByApplication() ? "undo-migration" : "undo-migration and the same --database and --backups";
    }

    private SchemaReset backups(SchemaReset reset, Path place, int kept) {
        try {
            return reset.backups(place, kept);
        } catch (IllegalArgumentException e) {
            String message = CommandWords.of(command().commandLine()).in(String.valueOf(e.getMessage()));
            throw new ParameterException(command().commandLine(), message + ".", e);
        }
    }
}
