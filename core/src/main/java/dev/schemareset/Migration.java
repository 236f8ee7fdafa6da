package dev.schemareset;

import dev.schemareset.model.Advice;
import dev.schemareset.plan.Plan;
import java.nio.file.Path;
import java.util.List;

/**
 * A plan that was written to a file for review. Nothing else happened.
 *
 * @param path the file
 * @param plan the plan
 * @param advice what is legal in the models and probably not meant; the file does not hold it
 */
public record Migration(Path path, Plan plan, List<Advice> advice) {

    /** Copies the list, so that the migration cannot change. */
    public Migration {
        advice = List.copyOf(advice);
    }

    /**
     * The content of the file.
     *
     * @return SQL for the {@code sqlite3} shell
     */
    public String sql() {
        return plan.sql();
    }

    /**
     * The digest of the schema the migration leads to.
     *
     * @return 64 hexadecimal digits (SHA-256)
     */
    public String fingerprint() {
        return plan.fingerprint();
    }

    /**
     * The migration in one sentence, and the advice.
     *
     * @return the file, and what it does; further lines where there is advice
     */
    @Override
    public String toString() {
        return path + ": " + plan + ReportText.of(advice);
    }
}
