package dev.schemareset.error;

import java.util.ArrayList;
import java.util.List;

/** The models cannot become a schema. Every problem is listed at once, and nothing was changed. */
public final class InvalidSchemaException extends SchemaResetException {

    private static final long serialVersionUID = 1L;

    /** Every problem found. */
    private final ArrayList<Problem> problems;

    /**
     * Creates the error.
     *
     * @param problems every problem found, at least one
     */
    public InvalidSchemaException(List<Problem> problems) {
        super(
                describe(problems),
                "nothing was changed; the models are checked before the database is touched.",
                "correct the models and run again.",
                null);
        this.problems = new ArrayList<>(problems);
    }

    /**
     * Every problem found.
     *
     * @return at least one, in the order of the message; unmodifiable
     */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private static String describe(List<Problem> problems) {
        StringBuilder text = new StringBuilder("The models have ")
                .append(problems.size())
                .append(problems.size() == 1 ? " problem." : " problems.");
        for (Problem problem : problems) {
            text.append("\n- ").append(problem.where()).append(": ").append(problem.what());
            text.append("\n  Fix: ").append(problem.fix());
        }
        return text.toString();
    }
}
