package dev.schemareset;

import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a reset did. It is committed.
 *
 * @param database the database as a person knows it, e.g. the absolute path of its file
 * @param plan the plan that ran
 * @param steps what was done, in order, with the time each step took
 */
public record ResetReport(String database, Plan plan, List<Step> steps) {

    /** Copies the list, so that the report cannot change. */
    public ResetReport {
        steps = List.copyOf(steps);
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
     * How long all steps took together.
     *
     * @return the sum
     */
    public Duration took() {
        return steps.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The report as text for people.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("Reset ").append(database).append(" in ").append(millis(took()));
        text.append("\nDropped ").append(plan.found().summary());
        dropped().forEach(object -> text.append("\n  ").append(object));
        text.append("\nCreated ").append(plan.expected().summary());
        created().forEach(object -> text.append("\n  ").append(object.label()));
        text.append("\nSteps");
        steps.forEach(
                step -> text.append("\n  ").append(step.name()).append(": ").append(millis(step.took())));
        return text.append("\nSchema ").append(plan.fingerprint()).toString();
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
    }
}
