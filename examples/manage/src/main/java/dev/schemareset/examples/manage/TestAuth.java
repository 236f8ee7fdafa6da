package dev.schemareset.examples.manage;

import dev.schemareset.turso.AuthReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells whether the database on Turso can be used. */
@Command(
        name = "test-auth",
        description =
                "Tells whether the database on Turso can be used: configured, reachable, there, with a token that is accepted and "
                        + "may write. What it tries is taken back.")
final class TestAuth implements Callable<Integer> {

    @Mixin
    private final RemoteOption remote = new RemoteOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public Integer call() {
        AuthReport report = remote.turso().testAuth();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report);
        Glossary.lineFor(report.toString()).ifPresent(out::println);
        return report.isOk() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
