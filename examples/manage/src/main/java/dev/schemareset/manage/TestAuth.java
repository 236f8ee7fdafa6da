package dev.schemareset.manage;

import dev.schemareset.turso.AuthReport;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells whether the database on Turso can be used. */
@Command(
        name = "test-auth",
        description =
                "Tells whether the database on Turso can be used: configured, reachable, existing, with a token that is accepted "
                        + "and may write. What it writes is rolled back.")
final class TestAuth implements Callable<Integer> {

    @Mixin
    private final RemoteOption remote;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    TestAuth(ManageCommand root) {
        remote = new RemoteOption(root);
    }

    @Override
    public Integer call() {
        AuthReport report = remote.turso().testAuth();
        CommandLine commandLine = spec.commandLine();
        commandLine.getOut().println(CommandWords.of(commandLine).in(report.toString()));
        return (report.isOk() ? ExitStatus.DONE : ExitStatus.FOUND).code();
    }
}
