package dev.schemareset.examples.manage;

import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.replication.SyncVerification;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells a script whether both databases hold the same rows. */
@Command(
        name = "verify-sync",
        description = "Compares all rows of both databases, to the bit, and fails when they differ. Changes nothing.")
final class VerifySync implements Callable<Integer> {

    @Mixin
    private final ReplicationOptions options = new ReplicationOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!options.requireMade()) {
            return ExitCode.SOFTWARE;
        }
        SyncVerification verification = options.connected(TursoReplication::verify);
        spec.commandLine().getOut().println(verification);
        return verification.isEqual() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
