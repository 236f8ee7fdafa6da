package dev.schemareset.manage;

import dev.schemareset.plan.Inventory;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The options of the commands that are about the rows of both databases, and the connection of the two. */
final class ReplicationOptions {

    @Mixin
    private final DatabaseOptions database;

    @Mixin
    private final RemoteOption remote;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec command;

    ReplicationOptions(ManageCommand root, DatabaseOptions database) {
        this.database = database;
        this.remote = new RemoteOption(root);
    }

    /** Connects both databases for a while. A local one that is empty or not there is made from the one on Turso. */
    <T> T connected(Function<TursoReplication, T> work) {
        CommandLine commandLine = command.commandLine();
        boolean terminal = commandLine.getColorScheme().ansi().enabled();
        try (Progress progress = new Progress(commandLine.getErr(), terminal)) {
            TursoSync turso = remote.turso().onProgress(progress);
            try (TursoReplication replication = turso.replicate(database.reset())) {
                return work.apply(replication);
            }
        }
    }

    /** The local database as a person knows it. */
    String localName() {
        return database.reset().localDatabase().toString();
    }

    /** The one on Turso as a person knows it. */
    String remoteName() {
        return remote.turso().toString();
    }

    /** Whether the local database was made together with one on Turso. Until then there is nothing to exchange, or to ask about. */
    boolean isMade() {
        return found().sync().isPresent();
    }

    /** Refuses to go on when it was not, and says what makes it. */
    void requireMade() {
        Inventory found = found();
        if (found.sync().isEmpty()) {
            throw CommandFailure.refused(
                    "The database " + localName() + " was not made together with one on Turso.",
                    found.mayHoldRows()
                            ? "The command apply-migration drops everything in both and creates it again."
                            : "The command sync makes it from the one on Turso; apply-migration resets both.");
        }
    }

    private Inventory found() {
        return database.reset().info().database().inventory();
    }
}
