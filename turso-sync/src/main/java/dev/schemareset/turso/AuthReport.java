package dev.schemareset.turso;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a database on Turso can be used, step by step. It never holds the token.
 *
 * @param target the database as a person knows it, without any secret
 * @param checks the steps, in order; those after a step that failed are skipped when they depend on it
 */
public record AuthReport(String target, List<Check> checks) {

    /** What came of a step. */
    public enum Outcome {
        /** It is as it should be. */
        PASSED,
        /** It is not. */
        FAILED,
        /** It could not be looked at, because of a step before. */
        SKIPPED
    }

    /**
     * A step.
     *
     * @param name what is looked at, e.g. {@code reachable}
     * @param outcome what came of it
     * @param detail what was found; may be empty
     * @param remedy what to do, when it failed; else empty
     */
    public record Check(String name, Outcome outcome, String detail, String remedy) {

        static Check passed(String name, String detail) {
            return new Check(name, Outcome.PASSED, detail, "");
        }

        static Check failed(String name, String detail, String remedy) {
            return new Check(name, Outcome.FAILED, detail, remedy);
        }

        static Check skipped(String name) {
            return new Check(name, Outcome.SKIPPED, "", "");
        }

        private String line() {
            String line = String.format(
                    Locale.ROOT, "  %-7s  %-15s  %s", outcome.name().toLowerCase(Locale.ROOT), name, detail);
            return line.stripTrailing() + (remedy.isEmpty() ? "" : "\n    What to do: " + remedy);
        }
    }

    /** Copies the list, so that the report cannot change. */
    public AuthReport {
        checks = List.copyOf(checks);
    }

    /**
     * Whether the database can be used.
     *
     * @return whether every step passed
     */
    public boolean isOk() {
        return checks.stream().allMatch(check -> check.outcome() == Outcome.PASSED);
    }

    /**
     * The report as text for people.
     *
     * @return a line for the database, and one or two for each step
     */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("Turso " + target + (isOk() ? " can be used" : " cannot be used"));
        checks.forEach(check -> lines.add(check.line()));
        return String.join("\n", lines);
    }
}
