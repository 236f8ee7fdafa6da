package dev.schemareset;

import dev.schemareset.model.Advice;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a reset did. It is committed.
 *
 * @param database the database as a person knows it, e.g. the absolute path of its file
 * @param plan the plan that ran
 * @param steps what was done, in order, with the time each step took
 * @param remote what was done to the remote; empty when the reset was local only
 * @param undo restores what was dropped locally; empty when no backup was taken; {@link #wayBack()} says why
 * @param notes what a person should know beside that, a sentence each
 * @param advice what is legal in the models and probably not meant
 */
public record ResetReport(
        String database,
        Plan plan,
        List<Step> steps,
        Optional<RemoteReset> remote,
        Optional<Undo> undo,
        List<String> notes,
        List<Advice> advice) {

    /** Copies the lists, so that the report cannot change. */
    public ResetReport {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
        advice = List.copyOf(advice);
    }

    /**
     * What was in the database and is gone.
     *
     * @return the objects, tables with the number of rows they held
     */
    public List<DatabaseObject> dropped() {
        return plan.found().declared();
    }

    /**
     * What is in the database now.
     *
     * @return the tables and indexes, in the order of their creation
     */
    public List<DatabaseObject> created() {
        return plan.expected().objects();
    }

    /**
     * What can bring back what was dropped.
     *
     * @return the file of the backup; or {@code none}, and why there is none
     */
    public String wayBack() {
        return ReportText.wayBack(plan, undo);
    }

    /**
     * How long all steps took together.
     *
     * @return the sum
     */
    public Duration took() {
        return ReportText.took(steps);
    }

    /**
     * The report as text for people.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        return ReportText.of("Reset " + database, "Created", plan, steps, undo, notes)
                + remote.map(reset -> "\n" + reset).orElse("")
                + ReportText.of(advice);
    }
}
