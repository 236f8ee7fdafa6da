package dev.schemareset.examples.manage;

import dev.schemareset.DriftReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells a script whether the database is what the models say. */
@Command(
        name = "verify",
        description = "Tells how the database differs from the models, and fails when it does. Changes nothing.")
final class Verify implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public Integer call() {
        DriftReport report = options.reset().verify();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report);
        Glossary.lineFor(report.toString()).ifPresent(out::println);
        return report.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
