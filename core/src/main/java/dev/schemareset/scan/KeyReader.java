package dev.schemareset.scan;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Unique;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.Key;
import dev.schemareset.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the primary key and the unique constraints of a record. */
final class KeyReader {

    private final Class<?> record;
    private final List<MappedComponent> components;
    private final ColumnList columns;
    private final Problems problems;

    KeyReader(Class<?> record, List<MappedComponent> components, Problems problems) {
        this.record = record;
        this.components = components;
        this.columns = new ColumnList(record, components, problems);
        this.problems = problems;
    }

    Optional<Key> primaryKey() {
        List<MappedComponent> key = keyComponents();
        for (MappedComponent mapped : key) {
            if (mapped.column().nullable() && !isRowid(key)) {
                problems.add(
                        mapped.component(),
                        "it is part of the primary key and may be null.",
                        "remove @Nullable or Optional; only a single key of an integer type may be null, on insert.");
            }
            if (mapped.column().defaultValue().isPresent() && isRowid(key)) {
                problems.add(
                        mapped.component(),
                        "it has a default, and SQLite assigns a single integer key itself and never uses the default.",
                        "remove @Default or @DefaultNow.");
            }
        }
        List<Name> columnNames =
                key.stream().map(mapped -> mapped.column().name()).toList();
        return columnNames.isEmpty() ? Optional.empty() : Optional.of(new Key(Optional.empty(), columnNames));
    }

    boolean autoincrement() {
        List<MappedComponent> key = keyComponents();
        List<MappedComponent> counted = key.stream()
                .filter(mapped ->
                        mapped.component().getAnnotation(PrimaryKey.class).autoincrement())
                .toList();
        if (!isRowid(key)) {
            counted.forEach(mapped -> problems.add(
                    mapped.component(),
                    "autoincrement needs a single key of an integer type.",
                    "remove autoincrement, or make a single long the primary key."));
        }
        return !counted.isEmpty();
    }

    List<Key> uniqueKeys() {
        List<Key> keys = new ArrayList<>();
        for (MappedComponent mapped : components) {
            for (Unique unique : mapped.component().getAnnotationsByType(Unique.class)) {
                columns.checkNamesNone(mapped.component(), "@Unique", unique.value());
                keys.add(new Key(name(unique), List.of(mapped.column().name())));
            }
        }
        for (Unique unique : record.getAnnotationsByType(Unique.class)) {
            keys.add(new Key(name(unique), columns.resolve("@Unique", unique.value())));
        }
        return keys;
    }

    private Optional<Name> name(Unique unique) {
        return unique.name().isEmpty()
                ? Optional.empty()
                : Optional.of(Names.checked(Problems.nameOf(record), unique.name(), problems));
    }

    private List<MappedComponent> keyComponents() {
        return components.stream()
                .filter(mapped -> mapped.component().isAnnotationPresent(PrimaryKey.class))
                .toList();
    }

    /** SQLite's own row number: a key of one column whose type is INTEGER. */
    private static boolean isRowid(List<MappedComponent> key) {
        return key.size() == 1 && key.get(0).column().type().equals(ColumnType.INTEGER);
    }
}
