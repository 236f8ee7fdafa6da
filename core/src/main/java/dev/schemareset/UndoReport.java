package dev.schemareset;

import dev.schemareset.plan.Backup;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an undo did. It is committed: other connections that are open see it from their next transaction on.
 *
 * @param database the database as a person knows it, e.g. the absolute path of its file
 * @param backup what was restored
 * @param plan the plan that ran
 * @param steps what was done, in order, with the time each step took
 * @param undo brings back what the undo dropped; empty when no backup was taken; {@link #wayBack()} says why
 * @param notes what a person should know beside that, a sentence each
 */
public record UndoReport(
        String database, Backup backup, Plan plan, List<Step> steps, Optional<Undo> undo, List<String> notes) {

    /** Copies the lists, so that the report cannot change. */
    public UndoReport {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /**
     * What is in the database again.
     *
     * @return the objects, tables with the number of their rows
     */
    public List<DatabaseObject> restored() {
        return plan.expected().declared();
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
        return ReportText.of("Restored " + database + " from " + backup.file(), "Restored", plan, steps, undo, notes);
    }
}
