package dev.schemareset.examples.manage;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.plan.Inspection;
import dev.schemareset.plan.Inventory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a command would drop and asks whether it may, unless the command line says so. */
final class Confirmation {

    private final BufferedReader input;

    @Option(
            names = {"-y", "--yes"},
            description = "Drop without asking, for scripts.")
    private boolean yes;

    @Option(
            names = "--drop-foreign-tables",
            description = "With --yes: drop also what is in a database that SchemaReset did not make.")
    private boolean dropForeignTables;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec command;

    Confirmation(BufferedReader input) {
        this.input = input;
    }

    /**
     * What was agreed to. When it is {@link Confirm#NO}, it was said why.
     *
     * @param deed what would be done
     */
    Confirm ask(SchemaReset reset, Consumer<Confirm> deed) throws IOException {
        if (yes) {
            return dropForeignTables ? Confirm.YES_DROP_FOREIGN_TABLES : Confirm.YES;
        }
        Inspection database = reset.info().database();
        Inventory found = database.inventory();
        if (found.protection().isPresent()) {
            PrintWriter err = command.commandLine().getErr();
            err.println("The database is protected " + found.protection().get() + ". Nothing was changed.");
            err.println("The command unprotect takes the lock away.");
            return Confirm.NO;
        }
        if (found.declared().isEmpty()) {
            return Confirm.YES;
        }
        requirePermitted(deed);
        show(database);
        if (found.isForeign()) {
            // Nobody types this out of habit.
            String fileName = String.valueOf(Path.of(database.name()).getFileName());
            return isAnswer(fileName, "--yes --drop-foreign-tables") ? Confirm.YES_DROP_FOREIGN_TABLES : Confirm.NO;
        }
        return isAnswer("yes", "--yes") ? Confirm.YES : Confirm.NO;
    }

    /** What this process may not do, nobody needs to be asked about. */
    private static void requirePermitted(Consumer<Confirm> deed) {
        try {
            deed.accept(Confirm.NO);
        } catch (NotConfirmedException e) {
            // Only the answer is missing.
        }
    }

    private void show(Inspection database) {
        PrintWriter out = command.commandLine().getOut();
        Inventory found = database.inventory();
        out.println("This drops everything in " + database.name() + ": " + found.summary());
        found.declared().forEach(object -> out.println("  " + object));
        if (found.isForeign()) {
            out.println("SchemaReset did not make this database: check that it is the one you mean.");
        }
    }

    private boolean isAnswer(String word, String optionsForScripts) throws IOException {
        String answer = answer("Type " + word + " to go on: ");
        if (answer != null && answer.strip().equalsIgnoreCase(word)) {
            return true;
        }
        PrintWriter err = command.commandLine().getErr();
        if (answer == null) {
            err.println("There was nobody to answer. Nothing was changed.");
            err.println("In a script, pass " + optionsForScripts + " to drop without asking.");
        } else {
            err.println("The answer was not " + word + ". Nothing was changed.");
        }
        return false;
    }

    /** The answer; null when the input has ended, as it has in a script without a terminal. */
    private @Nullable String answer(String question) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        out.print(question);
        out.flush();
        String answer = input.readLine();
        if (answer == null) {
            out.println();
        }
        return answer;
    }
}
