package dev.schemareset.examples.manage;

import dev.schemareset.Confirm;
import dev.schemareset.DatabaseInfo;
import dev.schemareset.RemoteInfo;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a command would drop and asks whether it may, unless the command line says so. */
final class Confirmation {

    private final Question question;

    @Option(
            names = {"-y", "--yes"},
            description = "Drop without asking, for scripts.")
    private boolean yes;

    @Option(
            names = "--drop-foreign-tables",
            description = "With --yes: drop also what is in a database that is not this application's.")
    private boolean dropForeignTables;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec command;

    Confirmation(BufferedReader input) {
        question = new Question(input);
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
        DatabaseInfo info = reset.info();
        List<Side> sides = Side.of(info);
        if (isRefused(sides, info.remote().flatMap(RemoteInfo::problem))) {
            return Confirm.NO;
        }
        List<Side> full = sides.stream().filter(side -> !side.isEmpty()).toList();
        if (full.isEmpty()) {
            return Confirm.YES;
        }
        requirePermitted(deed);
        show(full);
        showWhyNoBackup(reset.plan());
        return ask(full.stream().filter(side -> side.foreign().isPresent()).toList());
    }

    /** Whether a side is locked, or cannot be seen: then nobody could be shown what goes. It is said which. */
    private boolean isRefused(List<Side> sides, Optional<String> unseen) {
        PrintWriter err = command.commandLine().getErr();
        for (Side side : sides) {
            if (side.found().protection().isPresent()) {
                err.println(side.label() + " is protected "
                        + side.found().protection().get() + ". Nothing was changed.");
                err.println("The command unprotect takes the lock away.");
                return true;
            }
        }
        if (unseen.isPresent()) {
            err.println(unseen.get() + " Nothing was changed.");
            err.println("The command test-auth tells more; with --local-only the database on Turso is left alone.");
        }
        return unseen.isPresent();
    }

    /** Nobody types the name of what somebody else made out of habit. */
    private Confirm ask(List<Side> foreign) throws IOException {
        for (Side side : foreign) {
            if (!isAnswer(side.shortName(), "--yes --drop-foreign-tables")) {
                return Confirm.NO;
            }
        }
        if (foreign.isEmpty()) {
            return isAnswer("yes", "--yes") ? Confirm.YES : Confirm.NO;
        }
        return Confirm.YES_DROP_FOREIGN_TABLES;
    }

    /** What this process may not do, nobody needs to be asked about. */
    private static void requirePermitted(Consumer<Confirm> deed) {
        try {
            deed.accept(Confirm.NO);
        } catch (NotConfirmedException e) {
            // Only the answer is missing.
        }
    }

    private void show(List<Side> sides) {
        PrintWriter out = command.commandLine().getOut();
        String drops = "This drops";
        for (Side side : sides) {
            Inventory found = side.found();
            out.println(drops + " everything in " + side.place() + ": " + found.summary());
            found.declared().forEach(object -> out.println("  " + object));
            side.foreign().ifPresent(why -> out.println("Check that this is the database you mean: " + why + "."));
            drops = "This also drops";
        }
    }

    private void showWhyNoBackup(Plan plan) {
        if (plan.found().mayHoldRows()) {
            plan.noBackup()
                    .ifPresent(reason -> command.commandLine()
                            .getOut()
                            .println("No backup is taken of the local database: " + reason + "."));
        }
    }

    private boolean isAnswer(String word, String optionsForScripts) throws IOException {
        return question.isAnswered(command.commandLine(), word, optionsForScripts + " to drop");
    }
}
