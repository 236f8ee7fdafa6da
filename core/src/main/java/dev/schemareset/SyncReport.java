package dev.schemareset;

import dev.schemareset.spi.Exchange;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a sync did.
 *
 * @param database the local database as a person knows it, e.g. the absolute path of its file
 * @param remote the remote database as a person knows it, without any secret
 * @param epoch names the reset that made both
 * @param finished the reset of the remote, when an earlier one had left it to do; empty when there was nothing to finish
 * @param exchange the rows that went
 */
public record SyncReport(
        String database, String remote, String epoch, Optional<RemoteReset> finished, Exchange exchange) {

    /**
     * The report as text for people.
     *
     * @return one or more lines
     */
    @Override
    public String toString() {
        return "Synced " + database + " with " + remote
                + finished.map(reset -> "\n" + reset).orElse("") + "\n" + exchange
                + exchange.notes().stream().map(note -> "\nNote " + note).collect(Collectors.joining());
    }
}
