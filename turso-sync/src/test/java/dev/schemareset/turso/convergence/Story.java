package dev.schemareset.turso.convergence;

import java.util.ArrayList;
import java.util.List;

/** What happened in a history, for whoever has to find out why it ended badly. */
final class Story {

    private final List<String> lines = new ArrayList<>();

    synchronized void tell(Object who, Object what) {
        lines.add(who + ": " + what);
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}
