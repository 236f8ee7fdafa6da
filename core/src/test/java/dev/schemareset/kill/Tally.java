package dev.schemareset.kill;

import static java.util.stream.Collectors.joining;

import dev.schemareset.kill.Hit.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Counts what was hit.
 *
 * @param hits all hits
 */
record Tally(List<Hit> hits) {

    Tally {
        hits = List.copyOf(hits);
    }

    long count(Predicate<Hit> wanted) {
        return hits.stream().filter(wanted).count();
    }

    /** A line for each journal mode and step. */
    @Override
    public String toString() {
        return hits.size() + " kills" + "\n"
                + Arrays.stream(Journal.values())
                        .flatMap(journal -> Arrays.stream(Step.values()).map(step -> line(journal, step)))
                        .collect(joining("\n"));
    }

    private String line(Journal journal, Step step) {
        Tally part = new Tally(hits.stream()
                .filter(hit -> hit.journal() == journal && hit.step() == step)
                .toList());
        return String.format(
                Locale.ROOT,
                "%-6s %-5s %4d: %s; found %s",
                journal,
                step,
                part.hits.size(),
                part.counts(Place.values(), Hit::place),
                part.counts(State.values(), Hit::found));
    }

    private <T> String counts(T[] values, Function<Hit, T> property) {
        return Arrays.stream(values)
                .map(value -> value + " " + count(hit -> property.apply(hit).equals(value)))
                .collect(joining(", "));
    }
}
