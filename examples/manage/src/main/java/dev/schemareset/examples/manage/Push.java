package dev.schemareset.examples.manage;

import dev.schemareset.SyncReport;
import dev.schemareset.turso.TursoReplication;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Sends rows. */
@Command(
        name = "push",
        description =
                "Sends the rows that were changed here to the database on Turso. What others changed there since the last "
                        + "exchange is fetched first.")
final class Push extends ExchangeCommand {

    @Override
    Optional<SyncReport> exchange(TursoReplication replication, boolean made) {
        return Optional.of(replication.push());
    }
}
