package dev.schemareset.scan;

import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.model.Column;
import dev.schemareset.model.ForeignKey;
import dev.schemareset.model.Key;
import dev.schemareset.model.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the references of a record, once the tables of all records are known. */
final class ReferenceReader {

    private final Map<Class<?>, dev.schemareset.model.Table> tables;
    private final Problems problems;

    ReferenceReader(Map<Class<?>, dev.schemareset.model.Table> tables, Problems problems) {
        this.tables = tables;
        this.problems = problems;
    }

    /** The references of a record; none, and told, when a class that it refers to is not there. */
    List<ForeignKey> read(MappedRecord record) {
        try {
            return record.components().stream()
                    .flatMap(mapped -> foreignKey(mapped).stream())
                    .toList();
        } catch (LinkageError | TypeNotPresentException e) {
            problems.addUnreadable(record.record(), e);
            return List.of();
        }
    }

    private Optional<ForeignKey> foreignKey(MappedComponent mapped) {
        return Optional.ofNullable(mapped.component().getAnnotation(References.class))
                .flatMap(references -> foreignKey(mapped, references));
    }

    private Optional<ForeignKey> foreignKey(MappedComponent mapped, References references) {
        Class<?> model = references.value();
        dev.schemareset.model.Table target = tables.get(model);
        if (target == null) {
            reportNoModel(mapped, model);
            return Optional.empty();
        }
        checkActions(mapped, references);
        return referencedColumn(mapped, references, target).map(column -> {
            if (!column.type().equals(mapped.column().type())) {
                problems.add(
                        mapped.component(),
                        "it is of type " + mapped.column().type() + " and refers to " + target.name() + "."
                                + column.name() + " of type " + column.type() + ": no value is both.",
                        "give both components the same type.");
            }
            return new ForeignKey(
                    List.of(mapped.column().name()),
                    target.name(),
                    List.of(column.name()),
                    references.onDelete(),
                    references.onUpdate(),
                    references.deferrable());
        });
    }

    private void reportNoModel(MappedComponent mapped, Class<?> model) {
        String name = Problems.nameOf(model);
        if (model.isAnnotationPresent(Table.class)) {
            problems.add(
                    mapped.component(),
                    "it refers to " + name + ", which is not among the models that were scanned.",
                    "scan its package too: forPackages(...) and forModels(...) take several.");
        } else {
            problems.add(
                    mapped.component(),
                    "it refers to " + name + ", which is not a model.",
                    model.isRecord()
                            ? "write @Table on " + name + ", or remove @References."
                            : "refer to a record with @Table, or remove @References.");
        }
    }

    private Optional<Column> referencedColumn(
            MappedComponent mapped, References references, dev.schemareset.model.Table target) {
        if (references.column().isEmpty()) {
            Optional<Column> key = target.primaryKey()
                    .filter(primaryKey -> primaryKey.columns().size() == 1)
                    .flatMap(primaryKey -> target.column(primaryKey.columns().get(0)));
            if (key.isEmpty()) {
                problems.add(
                        mapped.component(),
                        "it refers to " + target.model() + ", which has no primary key of one column.",
                        "name a unique column of it: @References(value = ..., column = \"...\").");
            }
            return key;
        }
        Optional<Column> column = target.column(new Name(references.column()));
        if (column.isEmpty()) {
            problems.add(
                    mapped.component(),
                    "it refers to the column \"" + references.column() + "\", which " + target.model()
                            + " does not have.",
                    "name one of its columns, or leave out the column for its primary key.");
        } else if (!isKey(target, column.get().name())) {
            problems.add(
                    mapped.component(),
                    "it refers to " + target.name() + "." + column.get().name()
                            + ", which is neither the primary key nor unique by itself.",
                    "write @Unique on that component of " + target.model() + ".");
        }
        return column;
    }

    /** SQLite documentation, "Required and Suggested Database Indexes": the parent key must be the primary key or unique. */
    private static boolean isKey(dev.schemareset.model.Table target, Name column) {
        List<Name> columns = List.of(column);
        Stream<Key> keys = Stream.concat(target.primaryKey().stream(), target.uniqueKeys().stream());
        return keys.anyMatch(key -> key.columns().equals(columns));
    }

    private void checkActions(MappedComponent mapped, References references) {
        boolean setsNull = references.onDelete() == ForeignKeyAction.SET_NULL
                || references.onUpdate() == ForeignKeyAction.SET_NULL;
        if (setsNull && !mapped.column().nullable()) {
            problems.add(
                    mapped.component(),
                    "its action SET_NULL would put NULL into a column that is NOT NULL.",
                    "make the component @Nullable or Optional, or choose another action.");
        }
        boolean setsDefault = references.onDelete() == ForeignKeyAction.SET_DEFAULT
                || references.onUpdate() == ForeignKeyAction.SET_DEFAULT;
        if (setsDefault
                && mapped.column().defaultValue().isEmpty()
                && !mapped.column().nullable()) {
            problems.add(
                    mapped.component(),
                    "its action SET_DEFAULT finds no default, and NULL cannot stand in a column that is NOT NULL.",
                    "write @Default on the component, or choose another action.");
        }
    }
}
