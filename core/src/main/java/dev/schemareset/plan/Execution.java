package dev.schemareset.plan;

import java.util.List;

/**
 * A plan that ran and was committed.
 *
 * @param plan the plan
 * @param steps what was done, in order, with the time each step took
 */
public record Execution(Plan plan, List<Step> steps) {

    /** Copies the list, so that the execution cannot change. */
    public Execution {
        steps = List.copyOf(steps);
    }
}
