package dev.schemareset.examples.manage;

import dev.schemareset.SchemaReset;
import dev.schemareset.plan.Inventory;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The options of the commands that are about the rows of both databases, and the connection of the two. */
final class ReplicationOptions {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final RemoteOption remote = new RemoteOption();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec command;

    /** What is done while both databases are connected. */
    interface Work<T> {
        T with(TursoReplication replication) throws IOException;
    }

    /** Connects both databases for a while. A local one that is empty or not there is made from the one on Turso. */
    <T> T connected(Work<T> work) throws IOException {
        CommandLine commandLine = command.commandLine();
        boolean terminal = commandLine.getColorScheme().ansi().enabled();
        try (Progress progress = new Progress(commandLine.getErr(), terminal)) {
            TursoSync turso = remote.turso().onProgress(progress);
            try (TursoReplication replication = turso.replicate(database.reset())) {
                return work.with(replication);
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

    /** The same. When it was not, it is said what makes it. */
    boolean requireMade() {
        Inventory found = found();
        if (found.sync().isEmpty()) {
            SchemaReset reset = database.reset();
            PrintWriter err = command.commandLine().getErr();
            err.println("The database " + reset.localDatabase() + " was not made together with one on Turso.");
            err.println(
                    found.mayHoldRows()
                            ? "The command apply-migration makes both anew."
                            : "The command sync makes it from there; apply-migration makes both anew.");
        }
        return found.sync().isPresent();
    }

    private Inventory found() {
        return database.reset().info().database().inventory();
    }
}
