package dev.schemareset.read;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.Key;
import dev.schemareset.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the primary key and the unique constraints of a model. */
final class KeyReader {

    /** What a number that SQLite assigns can be read into. */
    private static final Set<Class<?>> NUMBERS = Set.of(Long.class, Integer.class, Short.class, Byte.class);

    private final Class<?> model;
    private final Table table;
    private final List<MappedComponent> components;
    private final ColumnList columns;
    private final Names names;
    private final Problems problems;

    KeyReader(
            Class<?> model,
            Table table,
            List<MappedComponent> components,
            ColumnList columns,
            Names names,
            Problems problems) {
        this.model = model;
        this.table = table;
        this.components = components;
        this.columns = columns;
        this.names = names;
        this.problems = problems;
    }

    Optional<Key> primaryKey() {
        List<MappedComponent> key = keyComponents();
        key.forEach(mapped -> check(mapped, isRowid(key)));
        if (key.isEmpty() && table.withoutRowid()) {
            problems.add(
                    Place.of(model),
                    "a table WITHOUT ROWID is kept in the order of its primary key, and it has none.",
                    "write @PrimaryKey on a component, or remove withoutRowid.");
        }
        List<Name> columnNames =
                key.stream().map(mapped -> mapped.column().name()).toList();
        return columnNames.isEmpty() ? Optional.empty() : Optional.of(new Key(Optional.empty(), columnNames));
    }

    private void check(MappedComponent mapped, boolean rowid) {
        boolean assigned = rowid && NUMBERS.contains(mapped.component().valueType());
        if (mapped.column().nullable() && !assigned) {
            problems.add(
                    mapped.component(),
                    "it is part of the primary key and may be null.",
                    "remove @Nullable or Optional; only a single key of an integer type may be null, on insert.");
        }
        if (mapped.column().defaultValue().isPresent() && rowid) {
            problems.add(
                    mapped.component(),
                    "it has a default, and SQLite assigns a single integer key itself and never uses the default.",
                    "remove @Default or @DefaultNow.");
        }
    }

    boolean autoincrement() {
        List<MappedComponent> key = keyComponents();
        List<MappedComponent> counted = key.stream()
                .filter(mapped -> mapped.component()
                        .find(PrimaryKey.class)
                        .filter(PrimaryKey::autoincrement)
                        .isPresent())
                .toList();
        if (!isRowid(key)) {
            counted.forEach(mapped -> problems.add(
                    mapped.component(),
                    "autoincrement needs a single key of an integer type"
                            + (table.withoutRowid() ? ", in a table with rowids." : "."),
                    "remove autoincrement, or make a single long the primary key"
                            + (table.withoutRowid() ? " and remove withoutRowid." : ".")));
        }
        return !counted.isEmpty();
    }

    List<Key> uniqueKeys() {
        List<Key> keys = new ArrayList<>();
        for (MappedComponent mapped : components) {
            for (Unique unique : mapped.component().findAll(Unique.class)) {
                columns.checkNamesNone(mapped.component(), "@Unique", unique.value());
                keys.add(new Key(
                        name(mapped.component().place(), unique),
                        List.of(mapped.column().name())));
            }
        }
        for (Unique unique : model.getAnnotationsByType(Unique.class)) {
            keys.add(new Key(name(Place.of(model), unique), columns.resolve("@Unique", unique.value())));
        }
        return keys;
    }

    private Optional<Name> name(Place place, Unique unique) {
        return Optional.of(unique.name()).filter(name -> !name.isEmpty()).map(name -> names.checked(place, name));
    }

    private List<MappedComponent> keyComponents() {
        return components.stream()
                .filter(mapped -> mapped.component().has(PrimaryKey.class))
                .toList();
    }

    /** SQLite's own row number: a key of one column whose type is exactly INTEGER. */
    private boolean isRowid(List<MappedComponent> key) {
        return key.size() == 1 && key.get(0).column().type().equals(ColumnType.INTEGER) && !table.withoutRowid();
    }
}
