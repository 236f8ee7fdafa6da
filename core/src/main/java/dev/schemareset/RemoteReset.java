package dev.schemareset;

import dev.schemareset.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reset did to the other side of a sync. It is committed there.
 *
 * @param name the remote database as a person knows it, without any secret
 * @param server the kind and the version of the server that holds it
 * @param plan the plan that ran there
 * @param epoch names the reset; both sides have the same one now
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
        lines.add("Dropped there " + plan.found().summary());
        plan.found().declared().forEach(object -> lines.add("  " + object));
        lines.add("Created there " + plan.expected().summary());
        lines.add("Schema there " + plan.fingerprint());
        lines.add("Epoch of both " + epoch);
        notes.forEach(note -> lines.add("Note " + note));
        return String.join("\n", lines);
    }
}
