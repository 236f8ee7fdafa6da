package dev.schemareset.turso.convergence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What writers believe: which versions of rows each transaction made, and which it took away. A writer takes away only what stood in the
 * database that it wrote to, so that somebody meant it.
 */
final class Ledger {

    private final Map<String, Integer> made = new HashMap<>();
    private final Map<String, Integer> takenAway = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private int time;

    /** A writer has committed. */
    void wrote(Set<String> before, Set<String> after) {
        time++;
        before.stream().filter(version -> !after.contains(version)).forEach(version -> takenAway.put(version, time));
        after.stream().filter(version -> !before.contains(version)).forEach(version -> made.put(version, time));
    }

    /** A conflict tells of a version. */
    void tells(String version) {
        told.add(version);
    }

    /** What is wrong when these rows are all that is left in the end. */
    List<String> losses(Set<String> left) {
        List<String> losses = new ArrayList<>();
        made.forEach((version, when) -> {
            if (!left.contains(version) && !told.contains(version) && takenAway.getOrDefault(version, 0) < when) {
                losses.add("vanished: " + version);
            }
        });
        takenAway.forEach((version, when) -> {
            if (left.contains(version) && !told.contains(version) && made.getOrDefault(version, 0) < when) {
                losses.add("came back: " + version);
            }
        });
        left.forEach(version -> {
            if (!made.containsKey(version)) {
                losses.add("nobody wrote: " + version);
            }
        });
        return losses;
    }
}
