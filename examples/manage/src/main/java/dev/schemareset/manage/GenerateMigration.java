package dev.schemareset.manage;

import dev.schemareset.Migration;
import dev.schemareset.SchemaReset;
import dev.schemareset.plan.Plan;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what {@link ApplyMigration} would do to a file. */
@Command(
        name = "generate-migration",
        description = "Writes the SQL of a reset to a new file, for review. Changes nothing in the database.")
final class GenerateMigration implements Runnable {

    @Mixin
    private final DatabaseOptions options;

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "The directory of the file. Default: db/migrations/sql.")
    private @Nullable Path migrations;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    GenerateMigration(ManageCommand root) {
        options = new DatabaseOptions(root);
    }

    @Override
    public void run() {
        SchemaReset reset = options.reset();
        Migration migration = (migrations == null ? reset : reset.migrationsDirectory(migrations)).generate();
        Plan plan = migration.plan();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote " + migration.path());
        out.println("It drops " + plan.found().summary());
        plan.found().declared().forEach(object -> out.println("  " + object));
        out.println("It creates " + plan.expected().summary());
        plan.expected().declared().forEach(object -> out.println("  " + object.label()));
        migration.advice().forEach(advice -> out.println("Advice " + advice));
        out.println("Nothing is changed yet: apply-migration does it.");
    }
}
