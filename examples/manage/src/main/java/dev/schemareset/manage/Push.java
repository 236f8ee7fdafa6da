package dev.schemareset.manage;

import dev.schemareset.SyncReport;
import dev.schemareset.turso.TursoReplication;
import picocli.CommandLine.Command;

/** Sends rows. */
@Command(
        name = "push",
        description =
                "Pushes local changes of rows to the database on Turso. What other instances changed since the last sync is pulled first.")
final class Push extends ExchangeCommand {

    Push(ManageCommand root) {
        super(root);
    }

    @Override
    SyncReport exchange(TursoReplication replication, boolean made) {
        return replication.push();
    }
}
