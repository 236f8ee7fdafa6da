package dev.schemareset.scan;

import dev.schemareset.model.Column;
import dev.schemareset.model.Name;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the columns that an annotation on a record names. */
final class ColumnList {

    private final Class<?> record;
    private final List<MappedComponent> components;
    private final Problems problems;

    ColumnList(Class<?> record, List<MappedComponent> components, Problems problems) {
        this.record = record;
        this.components = components;
        this.problems = problems;
    }

    Optional<Name> find(String column) {
        Name wanted = new Name(column);
        return components.stream()
                .map(MappedComponent::column)
                .map(Column::name)
                .filter(wanted::matches)
                .findFirst();
    }

    /** The names as the columns have them; those that name none are reported and left out. */
    List<Name> resolve(String annotation, String[] columns) {
        if (columns.length == 0) {
            reportEmpty(annotation);
        }
        List<Name> names = new ArrayList<>();
        for (String column : columns) {
            find(column).ifPresentOrElse(names::add, () -> reportUnknown(annotation, column));
        }
        return names;
    }

    void reportEmpty(String annotation) {
        problems.add(
                record,
                annotation + " on a record names no column.",
                "name the columns, e.g. " + annotation + "({\"a\", \"b\"}), or move it to a component.");
    }

    /** On a component an annotation means the component's own column, so it must name none. */
    void checkNamesNone(RecordComponent component, String annotation, String[] columns) {
        if (columns.length > 0) {
            problems.add(
                    component,
                    annotation + " names columns on a component, which is the column itself.",
                    "remove the names, or move " + annotation + " to the record.");
        }
    }

    void reportUnknown(String annotation, String column) {
        problems.add(
                record,
                annotation + " names the column \"" + column + "\", which the record does not have.",
                "use one of " + String.join(", ", columnNames()) + ".");
    }

    private List<String> columnNames() {
        return components.stream().map(mapped -> mapped.column().name().value()).toList();
    }
}
