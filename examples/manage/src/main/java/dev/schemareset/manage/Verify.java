package dev.schemareset.manage;

import dev.schemareset.DriftReport;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells a script whether the database is what the models say. */
@Command(
        name = "verify",
        description =
                "Tells how the database differs from the models, and whether it does by the exit code. Changes nothing.")
final class Verify implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    Verify(ManageCommand root) {
        options = new DatabaseOptions(root);
    }

    @Override
    public Integer call() {
        DriftReport report = options.reset().verify();
        CommandLine commandLine = spec.commandLine();
        commandLine.getOut().println(CommandWords.of(commandLine).in(report.toString()));
        return (report.isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND).code();
    }
}
