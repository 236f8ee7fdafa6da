package dev.schemareset.examples.manage;

import dev.schemareset.Confirm;
import dev.schemareset.DatabaseInfo;
import dev.schemareset.SchemaReset;
import dev.schemareset.plan.Inventory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Resets the database, once somebody has seen what that drops and agreed. */
@Command(
        name = "apply-migration",
        description = {
            "Drops everything in the database and creates it again from the models.",
            "Shows what would be dropped and asks first; a database with nothing in it is created without a question."
        })
final class ApplyMigration implements Callable<Integer> {

    private final BufferedReader input;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Drop without asking, for scripts.")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    ApplyMigration(BufferedReader input) {
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        SchemaReset reset = options.reset();
        if (!yes && !isAgreed(reset.info())) {
            return ExitCode.SOFTWARE;
        }
        spec.commandLine().getOut().println(reset.apply(Confirm.YES));
        return ExitCode.OK;
    }

    private boolean isAgreed(DatabaseInfo info) throws IOException {
        Inventory found = info.database().inventory();
        if (found.declared().isEmpty()) {
            return true;
        }
        String answer = ask(info.database().name(), found);
        if (answer != null && answer.strip().equalsIgnoreCase("yes")) {
            return true;
        }
        PrintWriter err = spec.commandLine().getErr();
        if (answer == null) {
            err.println("There was nobody to answer. Nothing was changed.");
            err.println("In a script, pass --yes to drop without asking.");
        } else {
            err.println("The answer was not yes. Nothing was changed.");
        }
        return false;
    }

    /** The answer; null when the input has ended, as it has in a script without a terminal. */
    private @Nullable String ask(String database, Inventory found) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("This drops everything in " + database + ": " + found.summary());
        found.declared().forEach(object -> out.println("  " + object));
        out.print("Type yes to go on: ");
        out.flush();
        String answer = input.readLine();
        if (answer == null) {
            out.println();
        }
        return answer;
    }
}
