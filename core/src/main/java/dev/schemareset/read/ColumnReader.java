package dev.schemareset.read;

import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.find.Component;
import dev.schemareset.find.Nullability;
import dev.schemareset.find.Problems;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.Name;
import dev.schemareset.read.TypeReader.ColumnContent;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the components of one model into columns. */
final class ColumnReader {

    /** SQLite documentation, "Collating Sequences". */
    private static final Set<String> COLLATIONS = Set.of("BINARY", "NOCASE", "RTRIM");

    private final Table table;
    private final Nullability nullability;
    private final ExpressionReader expressions;
    private final CheckReader checks;
    private final Problems problems;

    ColumnReader(
            Table table, Nullability nullability, ExpressionReader expressions, CheckReader checks, Problems problems) {
        this.table = table;
        this.nullability = nullability;
        this.expressions = expressions;
        this.checks = checks;
        this.problems = problems;
    }

    MappedComponent read(Component component, Name name) {
        ColumnContent content = new TypeReader(problems).read(component, table.strict());
        dev.schemareset.model.Column column = new dev.schemareset.model.Column(
                name,
                content.type(),
                isNullable(component),
                content.domain(),
                Optional.empty(),
                generated(component),
                collation(component, content.type()),
                checks.read(component.place(), component.findAll(Check.class)),
                component
                        .find(Column.class)
                        .map(Column::comment)
                        .flatMap(comment -> new CommentReader(problems).read(component.place(), comment)));
        return new MappedComponent(
                component,
                new DefaultReader(problems)
                        .read(component, content.javaType(), column)
                        .map(column::withDefault)
                        .orElse(column));
    }

    private boolean isNullable(Component component) {
        RecordComponent leaf = component.leaf();
        boolean marked = nullability.isNullable(leaf);
        if (marked && component.isOptional()) {
            problems.add(component, "it is Optional and @Nullable at once.", "keep Optional, and remove @Nullable.");
        }
        if (marked && leaf.getType().isPrimitive()) {
            problems.add(
                    component,
                    "it is @Nullable, and " + leaf.getType() + " cannot be null.",
                    "use " + TypeMapping.boxed(leaf.getType()).getSimpleName() + ", or remove @Nullable.");
        }
        boolean inside = component.outer().stream()
                .anyMatch(outer -> outer.getType() == Optional.class || nullability.isNullable(outer));
        return marked || component.isOptional() || inside;
    }

    private Optional<dev.schemareset.model.Generated> generated(Component component) {
        return component.find(Generated.class).flatMap(generated -> {
            Stream.of(Default.class, DefaultNow.class, PrimaryKey.class)
                    .filter(component::has)
                    .forEach(other -> problems.add(
                            component,
                            "it has @Generated and @" + other.getSimpleName() + " at once.",
                            "remove one of them."));
            return expressions
                    .read(component.place(), "@Generated", generated.value())
                    .map(sql -> new dev.schemareset.model.Generated(sql, generated.stored()));
        });
    }

    private Optional<String> collation(Component component, ColumnType type) {
        Optional<String> written = component
                .find(Column.class)
                .map(Column::collate)
                .filter(collation -> !collation.isEmpty())
                .map(collation -> collation.toUpperCase(Locale.ROOT));
        written.ifPresent(collation -> check(component, collation, type));
        return written;
    }

    private void check(Component component, String collation, ColumnType type) {
        if (!COLLATIONS.contains(collation)) {
            problems.add(
                    component,
                    "the collation \"" + new Name(collation) + "\" of its @Column is none of SQLite's own.",
                    "use BINARY, NOCASE or RTRIM.");
        } else if (type.affinity(table.strict()) != ColumnType.Affinity.TEXT && !type.equals(ColumnType.ANY)) {
            problems.add(
                    component,
                    "its @Column has a collation, which compares text, and its type is " + type + ".",
                    "remove the collation.");
        }
    }
}
