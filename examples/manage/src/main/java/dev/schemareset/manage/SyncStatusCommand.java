package dev.schemareset.manage;

import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.SyncStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows where the exchange of rows stands. */
@Command(
        name = "sync-status",
        description = "Shows how many rows are unsent, and the conflicts. Reads the local database only.")
final class SyncStatusCommand implements Callable<Integer> {

    @Mixin
    private final ReplicationOptions options;

    @Option(names = "--conflicts", description = "Show both versions of each row that is in conflict.")
    private boolean conflicts;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    SyncStatusCommand(ManageCommand root) {
        options = new ReplicationOptions(root, new DatabaseOptions(root));
    }

    @Override
    public Integer call() {
        options.requireMade();
        return options.connected(replication -> {
            show(replication.status(), conflicts ? replication.conflicts() : List.of());
            return ExitStatus.DONE.code();
        });
    }

    private void show(SyncStatus status, List<Conflict> shown) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(status);
        shown.forEach(conflict -> {
            out.println();
            out.println(conflict);
        });
        if (status.conflicts() > 0) {
            out.println();
            out.println(
                    conflicts
                            ? "The command resolve-conflict chooses the version that stands."
                            : "The option --conflicts shows the conflicts.");
        }
    }
}
