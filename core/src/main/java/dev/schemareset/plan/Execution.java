package dev.schemareset.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plan that ran and was committed.
 *
 * @param plan the plan
 * @param steps what was done, in order, with the time each step took
 * @param backup the backup of what the database held before; empty when none was taken
 * @param notes what a person should know beside that, a sentence each
 */
public record Execution(Plan plan, List<Step> steps, Optional<Backup> backup, List<String> notes) {

    /** Copies the lists, so that the execution cannot change. */
    public Execution {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /**
     * The execution with what was done after the commit.
     *
     * @param more the steps, in order
     * @param remarks what a person should know of them
     * @return an execution that ends with these
     */
    public Execution then(List<Step> more, List<String> remarks) {
        requireNonNull(more, "more");
        requireNonNull(remarks, "remarks");
        return new Execution(
                plan,
                Stream.concat(steps.stream(), more.stream()).toList(),
                backup,
                Stream.concat(notes.stream(), remarks.stream()).toList());
    }
}
