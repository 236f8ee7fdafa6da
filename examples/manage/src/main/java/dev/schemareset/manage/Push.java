package dev.schemareset.manage;

import dev.schemareset.SyncReport;
import dev.schemareset.turso.TursoReplication;
import picocli.CommandLine.Command;

/** Sends rows. */
@Command(
        name = "push",
        description =
                "Sends the rows that were changed here to the database on Turso. What others changed there since the last "
                        + "exchange is fetched first.")
final class Push extends ExchangeCommand {

    Push(ManageCommand root) {
        super(root);
    }

    @Override
    SyncReport exchange(TursoReplication replication, boolean made) {
        return replication.push();
    }
}
