package dev.schemareset.manage;

import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Side;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chooses between two versions of a row. */
@Command(
        name = "resolve-conflict",
        description =
                "Chooses the version of a row that stands, and ends the conflict. Reads and writes the local database only: the "
                        + "next sync pushes the version.")
final class ResolveConflict implements Callable<Integer> {

    @Mixin
    private final ReplicationOptions options;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "The number of the conflict, as sync-status --conflicts shows it.")
    private long id;

    @Parameters(index = "1", paramLabel = "SIDE", description = "Whose version stands: local or remote.")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private Side chosen;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    ResolveConflict(ManageCommand root) {
        options = new ReplicationOptions(root, new DatabaseOptions(root));
    }

    @Override
    public Integer call() {
        options.requireMade();
        return options.connected(this::resolve);
    }

    private int resolve(TursoReplication replication) {
        Conflict conflict = replication.conflicts().stream()
                .filter(found -> found.id() == id)
                .findFirst()
                .orElseThrow(() -> CommandFailure.refused(
                        "There is no conflict " + id + ". Nothing was changed.",
                        "The command sync-status --conflicts lists the conflicts."));
        replication.resolve(conflict, chosen);
        String side = chosen.name().toLowerCase(Locale.ROOT);
        spec.commandLine()
                .getOut()
                .println(
                        chosen == conflict.kept()
                                ? "Conflict " + id + " is resolved: the " + side + " version stands, as before."
                                : "Conflict " + id + " is resolved: the " + side
                                        + " version stands, and the next sync pushes it.");
        return ExitStatus.DONE.code();
    }
}
