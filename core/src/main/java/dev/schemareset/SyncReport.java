package dev.schemareset;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/**
 * What a sync did.
 *
 * @param database the local database as a person knows it, e.g. the absolute path of its file
 * @param remote the remote database as a person knows it, without any secret
 * @param epoch names the reset that made both
 * @param finished the reset of the other side, when an earlier one had left it to do; empty when there was nothing to finish
 * @param altered what somebody added to, changed in or removed from the schema of the other side since then
 */
public record SyncReport(
        String database, String remote, String epoch, Optional<RemoteReset> finished, List<String> altered) {

    /** Copies the list, so that the report cannot change. */
    public SyncReport {
        altered = List.copyOf(altered);
    }

    /**
     * The report as text for people.
     *
     * @return one or more lines
     */
    @Override
    public String toString() {
        return "Synced " + database + " with " + remote
                + finished.map(reset -> "\n" + reset).orElse("\nBoth were made by the reset " + epoch)
                + altered.stream().map(what -> "\nSince then, there: " + what).collect(joining());
    }
}
