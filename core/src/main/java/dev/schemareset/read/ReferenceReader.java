package dev.schemareset.read;

import dev.schemareset.annotation.ForeignKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.find.Kotlin;
import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import dev.schemareset.model.Column;
import dev.schemareset.model.Key;
import dev.schemareset.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the references of a model, once the tables of all models are known. */
final class ReferenceReader {

    private final Map<Class<?>, dev.schemareset.model.Table> tables;
    private final Set<Class<?>> unreadable;
    private final ReferenceActions actions;
    private final Problems problems;

    ReferenceReader(Map<Class<?>, dev.schemareset.model.Table> tables, Set<Class<?>> unreadable, Problems problems) {
        this.tables = tables;
        this.unreadable = unreadable;
        this.actions = new ReferenceActions(problems);
        this.problems = problems;
    }

    /** The references of a model; none, and told, when a class that it refers to is not there. */
    List<dev.schemareset.model.ForeignKey> read(MappedRecord record) {
        try {
            return Stream.concat(ofComponents(record), ofRecord(record))
                    .flatMap(reference -> foreignKey(reference).stream())
                    .toList();
        } catch (LinkageError | TypeNotPresentException e) {
            problems.addUnreadable(record.model(), e);
            return List.of();
        }
    }

    private static Stream<Reference> ofComponents(MappedRecord record) {
        return record.components().stream()
                .flatMap(mapped -> mapped
                        .component()
                        .find(References.class)
                        .map(references -> Reference.of(record.table(), mapped, references))
                        .stream());
    }

    private Stream<Reference> ofRecord(MappedRecord record) {
        List<Name> names = record.table().columns().stream().map(Column::name).toList();
        ColumnList list = new ColumnList(record.model(), names, problems);
        List<Reference> references = new ArrayList<>();
        for (ForeignKey written : record.model().getAnnotationsByType(ForeignKey.class)) {
            List<Column> columns = list.resolve("@ForeignKey", written.columns()).stream()
                    .flatMap(name -> record.table().column(name).stream())
                    .toList();
            // What names an unknown column is told already.
            if (!columns.isEmpty() && columns.size() == written.columns().length) {
                references.add(Reference.of(record.table(), Place.of(record.model()), columns, written));
            }
        }
        return references.stream();
    }

    private Optional<dev.schemareset.model.ForeignKey> foreignKey(Reference reference) {
        dev.schemareset.model.Table target = tables.get(reference.model());
        if (target == null) {
            if (!unreadable.contains(reference.model())) {
                reportNoModel(reference);
            }
            return Optional.empty();
        }
        actions.check(reference);
        List<Column> referenced = referencedColumns(reference, target);
        if (referenced.size() != reference.columns().size()) {
            return Optional.empty();
        }
        for (int i = 0; i < referenced.size(); i++) {
            checkType(reference, reference.columns().get(i), target, referenced.get(i));
        }
        return Optional.of(new dev.schemareset.model.ForeignKey(
                names(reference.columns()),
                target.name(),
                names(referenced),
                reference.onDelete(),
                reference.onUpdate(),
                reference.deferrable()));
    }

    private void reportNoModel(Reference reference) {
        String name = Place.nameOf(reference.model());
        boolean table = reference.model().isAnnotationPresent(Table.class);
        if (table && reference.model().isRecord()) {
            problems.add(
                    reference.place(),
                    "it refers to " + name + ", which is not among the models that were scanned.",
                    "scan its package too: forPackages(...) and forModels(...) take several.");
        } else {
            problems.add(
                    reference.place(),
                    "it refers to " + name + ", which is not a model.",
                    fix(reference.model(), table, name) + ", or remove " + reference.annotation() + ".");
        }
    }

    private static String fix(Class<?> target, boolean table, String name) {
        if (table) {
            return "make " + name + " " + Kotlin.recordFor(target);
        }
        return target.isRecord() ? "write @Table on " + name : "refer to a record with @Table";
    }

    /** The columns referred to; fewer, and told, when they are not there or no key. */
    private List<Column> referencedColumns(Reference reference, dev.schemareset.model.Table target) {
        if (reference.referencedColumns().isEmpty()) {
            return primaryKey(reference, target);
        }
        if (reference.referencedColumns().size() != reference.columns().size()) {
            problems.add(
                    reference.place(),
                    "its " + reference.annotation() + " has "
                            + reference.columns().size() + " columns and refers to "
                            + reference.referencedColumns().size() + ".",
                    "name as many referencedColumns as columns.");
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        for (String name : reference.referencedColumns()) {
            target.column(new Name(name)).ifPresentOrElse(columns::add, () -> reportUnknown(reference, target, name));
        }
        if (columns.size() == reference.columns().size() && !isKey(target, names(columns))) {
            reportNoKey(reference, target, columns);
        }
        return columns;
    }

    private List<Column> primaryKey(Reference reference, dev.schemareset.model.Table target) {
        List<Column> key = target.primaryKey().stream()
                .flatMap(primaryKey -> primaryKey.columns().stream())
                .flatMap(name -> target.column(name).stream())
                .toList();
        if (key.size() != reference.columns().size()) {
            problems.add(
                    reference.place(),
                    "it refers to " + target.model() + ", which has no primary key of "
                            + (reference.isComposite() ? reference.columns().size() + " columns." : "one column."),
                    reference.annotation().equals("@ForeignKey")
                            ? "name columns of it that are unique together: referencedColumns = {...}."
                            : "name a unique column of it: @References(value = ..., column = \"...\").");
        }
        return key;
    }

    private void reportUnknown(Reference reference, dev.schemareset.model.Table target, String name) {
        problems.add(
                reference.place(),
                "it refers to the column \"" + name + "\", which " + target.model() + " does not have.",
                "name one of its columns, or leave out the column for its primary key.");
    }

    private void reportNoKey(Reference reference, dev.schemareset.model.Table target, List<Column> columns) {
        String names =
                String.join(", ", names(columns).stream().map(Name::toString).toList());
        problems.add(
                reference.place(),
                reference.isComposite()
                        ? "it refers to " + target.name() + " (" + names
                                + "), which are neither the primary key nor unique together."
                        : "it refers to " + target.name() + "." + names
                                + ", which is neither the primary key nor unique by itself.",
                reference.isComposite()
                        ? "write @Unique({...}) with them on " + target.model() + "."
                        : "write @Unique on that component of " + target.model() + ".");
    }

    /**
     * SQLite documentation, "Required and Suggested Database Indexes": the parent key must be the primary key or the columns
     * of a unique index that holds every row. Their order does not matter.
     */
    private static boolean isKey(dev.schemareset.model.Table target, List<Name> columns) {
        Stream<List<Name>> keys = Stream.concat(target.primaryKey().stream(), target.uniqueKeys().stream())
                .map(Key::columns);
        Stream<List<Name>> indexes = target.indexes().stream()
                .filter(index -> index.unique() && index.where().isEmpty())
                .map(index -> index.parts().stream()
                        .map(part -> part instanceof dev.schemareset.model.Index.ColumnPart column
                                ? column.column()
                                : new Name(""))
                        .toList());
        Set<Name> distinct = Set.copyOf(columns);
        return distinct.size() == columns.size()
                && Stream.concat(keys, indexes).anyMatch(key -> distinct.equals(Set.copyOf(key)));
    }

    private void checkType(Reference reference, Column column, dev.schemareset.model.Table target, Column referenced) {
        Holds own = Holds.of(reference.table(), column);
        Holds other = Holds.of(target, referenced);
        if (!own.mayEqual(other)) {
            problems.add(
                    reference.place(),
                    (reference.isComposite() ? "its column " + column.name() : "it") + " is of type " + column.type()
                            + " and refers to " + target.name() + "." + referenced.name() + " of type "
                            + referenced.type() + ": no value is both.",
                    "give both components the same type.");
        }
    }

    private static List<Name> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
