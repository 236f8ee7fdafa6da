package dev.schemareset.scan;

import dev.schemareset.annotation.Table;
import dev.schemareset.model.Name;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one record into a table, all but its references, which need the other tables. */
final class RecordReader {

    private final ColumnReader columnReader;
    private final Problems problems;

    RecordReader(Nullability nullability, Problems problems) {
        this.columnReader = new ColumnReader(nullability, problems);
        this.problems = problems;
    }

    /** The table of a record; empty, and told, when a class that it needs is not there. */
    Optional<MappedRecord> read(Class<?> record) {
        try {
            return Optional.of(mapped(record));
        } catch (LinkageError | TypeNotPresentException e) {
            problems.addUnreadable(record, e);
            return Optional.empty();
        }
    }

    private MappedRecord mapped(Class<?> record) {
        List<MappedComponent> components = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            components.add(columnReader.read(component));
        }
        checkColumns(record, components);
        Name name = name(record);
        KeyReader keys = new KeyReader(record, components, problems);
        return new MappedRecord(
                record,
                components,
                new dev.schemareset.model.Table(
                        name,
                        Problems.nameOf(record),
                        Optional.empty(),
                        components.stream().map(MappedComponent::column).toList(),
                        keys.primaryKey(),
                        keys.autoincrement(),
                        keys.uniqueKeys(),
                        List.of(),
                        List.of(),
                        new IndexReader(record, name, components, problems).read(),
                        true,
                        false));
    }

    private Name name(Class<?> record) {
        String written = record.getAnnotation(Table.class).value();
        return written.isEmpty()
                ? new Name(Names.snakeCase(record.getSimpleName()))
                : Names.checked(Problems.nameOf(record), written, problems);
    }

    private void checkColumns(Class<?> record, List<MappedComponent> components) {
        if (components.isEmpty()) {
            problems.add(record, "it has no component, and a table needs a column.", "give it a component.");
        }
        Map<String, String> owners = new HashMap<>();
        for (MappedComponent mapped : components) {
            String component = mapped.component().getName();
            // As Jdbi compares them when it reads a row.
            String key = mapped.column().name().folded().replace("_", "");
            String owner = owners.putIfAbsent(key, component);
            if (owner != null) {
                problems.add(
                        mapped.component(),
                        "its column \"" + mapped.column().name() + "\" differs from that of " + owner
                                + " at most in case and underscores, by which neither SQLite nor Jdbi tells columns apart.",
                        "name one of them otherwise, with another component name or Jdbi's @ColumnName.");
            }
        }
    }
}
