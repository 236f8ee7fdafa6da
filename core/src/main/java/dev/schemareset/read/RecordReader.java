package dev.schemareset.read;

import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.Ignore;
import dev.schemareset.annotation.Table;
import dev.schemareset.find.Component;
import dev.schemareset.find.Nullability;
import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import dev.schemareset.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one model into a table, all but its references, which need the other tables. */
final class RecordReader {

    private final Nullability nullability;
    private final Names names;
    private final Problems problems;

    RecordReader(Nullability nullability, Names names, Problems problems) {
        this.nullability = nullability;
        this.names = names;
        this.problems = problems;
    }

    /** The table of a model; empty, and told, when a class that it needs is not there. */
    Optional<MappedRecord> read(Class<?> model) {
        try {
            return Optional.of(mapped(model));
        } catch (LinkageError | TypeNotPresentException e) {
            problems.addUnreadable(model, e);
            return Optional.empty();
        }
    }

    private MappedRecord mapped(Class<?> model) {
        Place place = Place.of(model);
        Table table = model.getAnnotation(Table.class);
        if (model.isAnnotationPresent(Ignore.class)) {
            problems.add(place, "it has @Table and @Ignore at once.", "remove one of them.");
        }
        Name name = name(model, table);
        Components.Listed listed = new Components(nullability, problems).of(model);
        List<Component> components = listed.columns();
        List<Name> columnNames = new ColumnNameReader(names, problems).read(model, listed);
        ColumnList columns = new ColumnList(model, columnNames, problems);
        ExpressionReader expressions = new ExpressionReader(columns, problems);
        CheckReader checks = new CheckReader(expressions, names);
        List<MappedComponent> mapped =
                columns(components, columnNames, new ColumnReader(table, nullability, expressions, checks, problems));
        new UnreadClassFiles(nullability, problems).advise(mapped);
        KeyReader keys = new KeyReader(model, table, mapped, columns, names, problems);
        return new MappedRecord(
                model,
                mapped,
                new dev.schemareset.model.Table(
                        name,
                        place.name(),
                        new CommentReader(problems).read(place, table.comment()),
                        mapped.stream().map(MappedComponent::column).toList(),
                        keys.primaryKey(),
                        keys.autoincrement(),
                        keys.uniqueKeys(),
                        List.of(),
                        checks.read(place, model.getAnnotationsByType(Check.class)),
                        new IndexReader(place, name, columns, expressions, names).read(mapped),
                        table.strict(),
                        table.withoutRowid()));
    }

    private List<MappedComponent> columns(List<Component> components, List<Name> columnNames, ColumnReader reader) {
        List<MappedComponent> mapped = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            mapped.add(reader.read(components.get(i), columnNames.get(i)));
        }
        return mapped;
    }

    private Name name(Class<?> model, Table table) {
        String name =
                table.value().isEmpty() ? Name.ofJava(model.getSimpleName()).value() : table.value();
        return names.checkedObject(Place.of(model), name);
    }
}
