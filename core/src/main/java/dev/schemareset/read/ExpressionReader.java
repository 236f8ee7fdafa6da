package dev.schemareset.read;

import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import java.util.List;
import java.util.Optional;

/** Reads SQL expressions over the columns of a model. */
record ExpressionReader(ColumnList columns, Problems problems) {

    /** The expression as it goes into a statement; empty, and told, when something is wrong with it. */
    Optional<String> read(Place place, String annotation, String written) {
        SqlFragment fragment = SqlFragment.parse(written);
        Optional<String> fault = fragment.fault();
        List<String> unknown = fragment.quotedNames().stream()
                .filter(name -> columns.find(name).isEmpty())
                .toList();
        fault.ifPresent(what -> problems.add(
                place,
                "the SQL \"" + written.strip() + "\" of " + annotation + " is no expression: " + what + ".",
                "write one SQL expression."));
        unknown.forEach(name -> columns.reportUnknown(place, annotation, name));
        if (fault.isPresent() || !unknown.isEmpty()) {
            return Optional.empty();
        }
        if (fragment.asksForTheTime()) {
            problems.add(
                    place,
                    "the SQL \"" + written.strip() + "\" of " + annotation
                            + " asks for the time, and SQLite would refuse rows because of it.",
                    "leave the time to @Default or @DefaultNow, or to the application.");
            return Optional.empty();
        }
        return Optional.of(fragment.sql());
    }
}
