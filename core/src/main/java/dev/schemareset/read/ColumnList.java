package dev.schemareset.read;

import dev.schemareset.find.Component;
import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import dev.schemareset.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a model, among which are those that its annotations name. */
record ColumnList(Class<?> model, List<Name> names, Problems problems) {

    Optional<Name> find(String column) {
        Name wanted = new Name(column);
        return names.stream().filter(wanted::matches).findFirst();
    }

    /** The names as the columns have them; those that name none, or one twice, are reported and left out. */
    List<Name> resolve(String annotation, String[] columns) {
        if (columns.length == 0) {
            reportEmpty(annotation);
        }
        List<Name> resolved = new ArrayList<>();
        for (String column : columns) {
            Optional<Name> name = find(column);
            if (name.isEmpty()) {
                reportUnknown(Place.of(model), annotation, column);
            } else if (resolved.contains(name.get())) {
                problems.add(
                        Place.of(model),
                        annotation + " names the column \"" + column + "\" twice.",
                        "name each column once.");
            } else {
                resolved.add(name.get());
            }
        }
        return resolved;
    }

    void reportEmpty(String annotation) {
        problems.add(
                Place.of(model),
                annotation + " on a record names no column.",
                annotation.equals("@ForeignKey")
                        ? "name the columns: columns = {\"a\", \"b\"}."
                        : "name the columns, e.g. " + annotation + "({\"a\", \"b\"}), or move it to a component.");
    }

    /** On a component an annotation means the component's own column, so it must name none. */
    void checkNamesNone(Component component, String annotation, String[] columns) {
        if (columns.length > 0) {
            problems.add(
                    component,
                    annotation + " names columns on a component, which is the column itself.",
                    "remove the names, or move " + annotation + " to the record.");
        }
    }

    void reportUnknown(Place place, String annotation, String column) {
        problems.add(
                place,
                annotation + " names the column \"" + column + "\", which the record does not have.",
                "use one of "
                        + String.join(", ", names.stream().map(Name::value).toList()) + ".");
    }
}
