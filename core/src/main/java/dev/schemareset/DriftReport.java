package dev.schemareset;

import static java.util.stream.Collectors.joining;

import dev.schemareset.plan.Difference;
import java.util.List;

/**
 * How a database differs from the models, as both are now.
 *
 * @param database the database as a person knows it, e.g. the absolute path of its file
 * @param exists whether it exists
 * @param differences what is missing, what is not in the models, and what is not as they say, ordered by the name of the object
 */
public record DriftReport(String database, boolean exists, List<Difference> differences) {

    /** Copies the list, so that the report cannot change. */
    public DriftReport {
        differences = List.copyOf(differences);
    }

    /**
     * Whether the database is what the models say.
     *
     * @return whether there is no difference
     */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /**
     * Fails, for a test, when the database is not what the models say.
     *
     * @throws AssertionError with {@link #toString()} as its message
     */
    public void assertInSync() {
        if (!isEmpty()) {
            throw new AssertionError(toString());
        }
    }

    /**
     * The report as text for people.
     *
     * @return one line when there is no difference, else each of them with what is and what should be, and what to do
     */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "The database " + database + " agrees with the models.";
        }
        if (!exists) {
            return "The database " + database + " does not exist.\nWhat to do: apply(Confirm.YES) creates it.";
        }
        String places = differences.size() == 1 ? "1 place" : differences.size() + " places";
        return differences.stream()
                .map(difference -> "\n- " + difference)
                .collect(joining(
                        "",
                        "The database " + database + " differs from the models in " + places + ".",
                        "\nWhat to do: if its rows may be lost, reset it with apply(Confirm.YES); if they must stay, change it "
                                + "with a migration tool, or change the models."));
    }
}
