package dev.schemareset.manage;

import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which database, and which models: what is given to the command, before it, or by the application. */
class DatabaseOptions {

    private final Optional<SchemaReset> application;
    private final @Nullable DatabaseOptions before;

    @Option(
            names = "--database",
            paramLabel = "FILE",
            description = "The database. Default: the file that the environment variable LOCAL_DB_PATH names, "
                    + "else local.db.")
    private @Nullable Path database;

    @Option(
            names = "--models",
            paramLabel = "PACKAGE",
            split = ",",
            description = "The packages whose records with @Table are the models, with their sub-packages. "
                    + "Needed here or before the command.")
    private List<String> models = List.of();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec command;

    /** Those before the command. */
    DatabaseOptions(Optional<SchemaReset> application) {
        this.application = application;
        this.before = null;
    }

    /** Those of a command. */
    DatabaseOptions(ManageCommand root) {
        this.application = root.database().application;
        this.before = root.database();
    }

    /** A reset of the local database only. What is not given keeps the default of SchemaReset. */
    SchemaReset reset() {
        if (application.isPresent()) {
            return application.get().withoutSync();
        }
        SchemaReset reset = SchemaReset.forPackages(packages().toArray(String[]::new));
        Path file = database != null || before == null ? database : before.database;
        return file == null ? reset : reset.database(file);
    }

    private List<String> packages() {
        List<String> packages = models.isEmpty() && before != null ? before.models : models;
        if (packages.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "It is not said which package holds the models.\nSay it with --models, e.g. --models app.models.");
        }
        return packages;
    }

    boolean isGivenByApplication() {
        return application.isPresent();
    }

    CommandSpec command() {
        return command;
    }
}
