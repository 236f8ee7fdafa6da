package dev.schemareset.error;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models cannot become a schema. Every problem is listed at once, and nothing was changed. The message has those of the same
 * fix together, and says it once.
 */
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
                describe(requireNonNull(problems, "problems")),
                "nothing was changed; the models are checked before the database is touched.",
                "correct the models and run again.",
                null);
        this.problems = new ArrayList<>(problems);
    }

    /**
     * Every problem found.
     *
     * @return at least one, in the order in which they were found; unmodifiable
     */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private static String describe(List<Problem> problems) {
        StringBuilder text = new StringBuilder("The models have ")
                .append(problems.size())
                .append(problems.size() == 1 ? " problem." : " problems.");
        Map<String, List<Problem>> byFix =
                problems.stream().collect(groupingBy(Problem::fix, LinkedHashMap::new, toList()));
        byFix.forEach((fix, same) -> {
            same.forEach(problem ->
                    text.append("\n- ").append(problem.where()).append(": ").append(problem.what()));
            text.append("\n  Fix: ").append(fix);
        });
        return text.toString();
    }
}
