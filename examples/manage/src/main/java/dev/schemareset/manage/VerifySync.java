package dev.schemareset.manage;

import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.replication.SyncVerification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells a script whether both databases hold the same rows. */
@Command(
        name = "verify-sync",
        description =
                "Compares all rows of both databases, to the bit, and tells by the exit code whether they differ. Changes nothing.")
final class VerifySync implements Callable<Integer> {

    @Mixin
    private final ReplicationOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    VerifySync(ManageCommand root) {
        options = new ReplicationOptions(root, new DatabaseOptions(root));
    }

    @Override
    public Integer call() {
        options.requireMade();
        SyncVerification verification = options.connected(TursoReplication::verify);
        spec.commandLine().getOut().println(verification);
        return (verification.isEqual() ? ExitStatus.DONE : ExitStatus.FOUND).code();
    }
}
