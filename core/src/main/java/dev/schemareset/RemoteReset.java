package dev.schemareset;

import dev.schemareset.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reset did to the remote of a sync. It is committed.
 *
 * @param name the remote database as a person knows it, without any secret
 * @param server the kind and the version of the server that holds it
 * @param plan the plan that ran on it
 * @param epoch names the reset; both databases have the same one now
 * @param notes what a person should know beside that, a sentence each
 */
public record RemoteReset(String name, String server, Plan plan, String epoch, List<String> notes) {

    /** Copies the list, so that the reset cannot change. */
    public RemoteReset {
        notes = List.copyOf(notes);
    }

    /**
     * The reset as text for people.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("Remote " + name + " (" + server + ")");
        lines.add("Remote dropped " + plan.found().summary());
        plan.found().declared().forEach(object -> lines.add("  " + object));
        lines.add("Remote created " + plan.expected().summary());
        lines.add("Remote schema " + plan.fingerprint());
        lines.add("Epoch " + epoch);
        notes.forEach(note -> lines.add("Note " + note));
        return String.join("\n", lines);
    }
}
