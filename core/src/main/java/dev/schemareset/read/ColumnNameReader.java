package dev.schemareset.read;

import static java.util.stream.Collectors.joining;

import dev.schemareset.annotation.Column;
import dev.schemareset.find.Component;
import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import dev.schemareset.find.Records;
import dev.schemareset.model.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/** Names the columns of a model, so that Jdbi finds them again. */
final class ColumnNameReader {

    private final Names names;
    private final Problems problems;

    ColumnNameReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** The names, one for each component that becomes a column. */
    List<Name> read(Class<?> model, Components.Listed components) {
        if (components.columns().isEmpty() && problems.isSound(model)) {
            problems.add(
                    Place.of(model),
                    "it has no component for a column, and a table needs one.",
                    "give it a component.");
        }
        List<Name> columns = new ArrayList<>();
        Map<String, Component> owners = new HashMap<>();
        for (Component component : components.columns()) {
            Name column = names.checked(component.place(), prefix(component) + name(component));
            checkDistinct(component, column, owners);
            columns.add(column);
        }
        Map<String, Component> lookedFor = new HashMap<>();
        components.ignored().forEach(component -> lookedFor.putIfAbsent(compared(component.jdbiName()), component));
        for (int i = 0; i < columns.size(); i++) {
            checkFound(components.columns().get(i), columns.get(i), lookedFor);
        }
        return columns;
    }

    private String name(Component component) {
        Optional<String> ours = component.find(Column.class).map(Column::value).filter(name -> !name.isEmpty());
        Optional<String> jdbis =
                Records.findJdbis(component.leaf(), ColumnName.class).map(ColumnName::value);
        if (ours.isPresent() && jdbis.isPresent()) {
            problems.add(component, "it has @Column and Jdbi's @ColumnName, both with a name.", "remove one of them.");
        }
        if (jdbis.isPresent() && jdbis.get().indexOf('.') >= 0) {
            problems.add(
                    component,
                    "the name \"" + jdbis.get()
                            + "\" of its @ColumnName holds a dot, at which Jdbi looks for a nested one.",
                    "write @Column(\"" + jdbis.get() + "\") instead.");
        }
        return ours.or(() -> jdbis)
                .orElseGet(() -> Name.ofJava(component.leaf().getName()).value());
    }

    /** Jdbi puts the prefixes before the name, and finds an underscore where it looks for the end of each. */
    private static String prefix(Component component) {
        return component.prefixes().map(Name::nestedPrefix).collect(joining());
    }

    private void checkDistinct(Component component, Name column, Map<String, Component> owners) {
        Component owner = owners.putIfAbsent(column.folded(), component);
        if (owner != null) {
            problems.addUnwritable(
                    component.place(),
                    "its column \"" + column + "\" has the name of that of "
                            + owner.leaf().getName() + "; SQLite does not tell A from a.",
                    "name one of them otherwise, with another component name, @Column, or the prefix of @Nested.");
        }
    }

    /** Whatever its column is called, Jdbi looks for the name of a parameter, which Kotlin keeps on demand only. */
    private void checkFound(Component component, Name column, Map<String, Component> lookedFor) {
        String wanted = component.jdbiName();
        boolean nameless = !Records.parameter(component.leaf()).isNamePresent();
        Component owner = lookedFor.putIfAbsent(compared(wanted), component);
        boolean told = owner != null && problems.isAbout(component.place());
        if (owner != null && !told) {
            problems.add(
                    component,
                    "Jdbi looks for it under the same name as for "
                            + owner.leaf().getName() + ", \"" + wanted + "\".",
                    nameless
                            ? "write a prefix into @Nested, or compile with the option -java-parameters."
                            : "name the component otherwise, or write a prefix into @Nested.");
        }
        boolean renamed = nameless
                || component
                        .find(Column.class)
                        .filter(written -> !written.value().isEmpty())
                        .isPresent();
        String label = (renamed ? wanted : column.value()).toLowerCase(Locale.ROOT);
        if (!compared(label).equals(compared(wanted))) {
            problems.add(
                    component,
                    "Jdbi does not find its name again, which is another in small letters.",
                    "name the component with other letters.");
        }
    }

    /** As Jdbi compares names when it reads a row. */
    private static String compared(String name) {
        return Name.ofJava(name).value().replaceAll("[._]", "");
    }
}
