package dev.schemareset.manage;

import dev.schemareset.Confirm;
import dev.schemareset.DatabaseInfo;
import dev.schemareset.RemoteInfo;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.NotConfirmedException;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
            description = "With --yes: drop also what is in a database that is not this application's.")
    private boolean dropForeignTables;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec command;

    Confirmation(BufferedReader input) {
        this.input = input;
    }

    /**
     * What was agreed to. Fails when nothing was.
     *
     * @param deed what would be done
     */
    Confirm ask(SchemaReset reset, Consumer<Confirm> deed) {
        if (yes) {
            return dropForeignTables ? Confirm.YES_DROP_FOREIGN_TABLES : Confirm.YES;
        }
        DatabaseInfo info = reset.info();
        List<Side> sides = Side.of(info);
        requireUnprotected(sides);
        requireSeen(info.remote());
        List<Side> full = sides.stream().filter(side -> !side.isEmpty()).toList();
        if (full.isEmpty()) {
            return Confirm.YES;
        }
        requirePermitted(deed);
        show(full);
        showWhyNoBackup(reset.plan());
        return ask(full.stream().filter(side -> side.foreign().isPresent()).toList());
    }

    private static void requireUnprotected(List<Side> sides) {
        for (Side side : sides) {
            side.found().protection().ifPresent(protection -> {
                throw CommandFailure.refused(
                        side.label() + " is protected " + protection + ". Nothing was changed.",
                        "The command unprotect removes the lock.");
            });
        }
    }

    /** Else nobody could be shown what would be dropped. */
    private static void requireSeen(Optional<RemoteInfo> remote) {
        remote.flatMap(RemoteInfo::problem).ifPresent(problem -> {
            throw new CommandFailure(
                    ExitStatus.FAILED,
                    problem + " Nothing was changed.",
                    "The command test-auth tells more; with --local-only the database on Turso is left alone.");
        });
    }

    /** Nobody types the name of what somebody else made out of habit. */
    private Confirm ask(List<Side> foreign) {
        for (Side side : foreign) {
            requireAnswer(side.shortName(), "--yes --drop-foreign-tables");
        }
        if (foreign.isEmpty()) {
            requireAnswer("yes", "--yes");
            return Confirm.YES;
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
            CommandWords words = CommandWords.of(command.commandLine());
            plan.noBackup()
                    .ifPresent(reason -> command.commandLine()
                            .getOut()
                            .println("No backup is taken of the local database: " + words.in(reason.toString()) + "."));
        }
    }

    private void requireAnswer(String word, String optionsForScripts) {
        new Question(command.commandLine(), input).requireAnswer(word, optionsForScripts + " to drop");
    }
}
