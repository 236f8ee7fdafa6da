package dev.schemareset;

import java.util.Optional;

/**
 * What a sync did.
 *
 * @param database the local database as a person knows it, e.g. the absolute path of its file
 * @param remote the remote database as a person knows it, without any secret
 * @param epoch names the reset that made both
 * @param finished the reset of the other side, when an earlier one had left it to do; empty when there was nothing to finish
 */
public record SyncReport(String database, String remote, String epoch, Optional<RemoteReset> finished) {

    /**
     * The report as text for people.
     *
     * @return one or more lines
     */
    @Override
    public String toString() {
        return "Synced " + database + " with " + remote
                + finished.map(reset -> "\n" + reset).orElse("\nBoth were made by the reset " + epoch);
    }
}
