package dev.schemareset;

import dev.schemareset.plan.Plan;
import java.nio.file.Path;

/**
 * A plan that was written to a file for review. Nothing else happened.
 *
 * @param path the file
 * @param plan the plan
 */
public record Migration(Path path, Plan plan) {

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
     * The migration in one sentence.
     *
     * @return the file, and what it does
     */
    @Override
    public String toString() {
        return path + ": " + plan;
    }
}
