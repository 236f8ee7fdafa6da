package dev.schemareset.read;

import dev.schemareset.annotation.Column;
import dev.schemareset.find.Component;
import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.Domain;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the type of a component's column, and which values of it may stand there. */
final class TypeReader {

    /** What a column may hold; the Java type is empty where an argument and a mapper of the user's own bind and read it. */
    record ColumnContent(ColumnType type, Optional<Domain> domain, Optional<Class<?>> javaType) {}

    private static final String WORD = "[A-Za-z_][A-Za-z0-9_]*";
    private static final String NUMBER = "[+-]?\\d+";
    private static final Pattern TYPE_NAME =
            Pattern.compile(WORD + "(?: +" + WORD + ")*(?: *\\( *" + NUMBER + "(?: *, *" + NUMBER + ")? *\\))?");

    /** SQLite documentation, "column-constraint": the words that end a type and begin something else. */
    private static final Set<String> CONSTRAINTS = Set.of(
            "ALWAYS",
            "AS",
            "AUTOINCREMENT",
            "CHECK",
            "COLLATE",
            "CONSTRAINT",
            "DEFAULT",
            "DEFERRABLE",
            "GENERATED",
            "NOT",
            "NULL",
            "PRIMARY",
            "REFERENCES",
            "UNIQUE");

    private final Problems problems;

    TypeReader(Problems problems) {
        this.problems = problems;
    }

    ColumnContent read(Component component, boolean strict) {
        Optional<ColumnType> written = component
                .find(Column.class)
                .map(Column::type)
                .filter(type -> !type.isEmpty())
                .map(type -> checked(component, type, strict));
        if (JdbiAnnotations.isJson(component)) {
            return json(component, written, strict);
        }
        Class<?> javaType = component.valueType();
        Optional<ColumnType> mapped =
                JdbiAnnotations.unknownQualifiers(component).isEmpty()
                        ? TypeMapping.columnType(javaType)
                        : Optional.empty();
        ColumnType type = written.or(() -> mapped).orElseGet(() -> unmapped(component));
        boolean any = strict && type.equals(ColumnType.ANY);
        boolean asMapped = mapped.filter(known -> any || known.affinity(true) == type.affinity(strict))
                .isPresent();
        return asMapped
                ? new ColumnContent(type, domain(component, javaType), Optional.of(javaType))
                : new ColumnContent(type, Optional.empty(), Optional.empty());
    }

    private ColumnContent json(Component component, Optional<ColumnType> written, boolean strict) {
        if (written.filter(type -> type.affinity(strict) != ColumnType.Affinity.TEXT)
                .isPresent()) {
            problems.add(
                    component,
                    "it has Jdbi's @Json, which is text, and @Column(type = \"" + written.get() + "\").",
                    "remove one of them.");
        }
        return new ColumnContent(written.orElse(ColumnType.TEXT), Optional.of(new Domain.Json()), Optional.empty());
    }

    private Optional<Domain> domain(Component component, Class<?> javaType) {
        if (TypeMapping.boxed(javaType) == Boolean.class) {
            return Optional.of(new Domain.Flag());
        }
        if (!javaType.isEnum()) {
            return Optional.empty();
        }
        List<String> constants = TypeMapping.constants(javaType);
        if (constants.isEmpty()) {
            problems.add(
                    component,
                    "the enum " + Place.nameOf(javaType) + " has no constants, so no value could be stored.",
                    "give it constants.");
        }
        return Optional.of(constants).filter(list -> !list.isEmpty()).map(Domain.OneOf::new);
    }

    private ColumnType unmapped(Component component) {
        List<String> qualifiers = JdbiAnnotations.unknownQualifiers(component);
        if (!qualifiers.isEmpty()) {
            problems.add(
                    component,
                    "Jdbi binds it in the way of @" + String.join(", @", qualifiers)
                            + ", and which type of column that needs is not known.",
                    "name the type: @Column(type = \"...\").");
        } else {
            problems.add(
                    component,
                    "the type " + component.leaf().getGenericType().getTypeName() + " has no SQLite column type.",
                    UnsupportedTypes.fix(component.valueType()));
        }
        return ColumnType.TEXT;
    }

    private ColumnType checked(Component component, String written, boolean strict) {
        ColumnType type = new ColumnType(written);
        String standard = written.toUpperCase(Locale.ROOT);
        if (type.isStrict()) {
            return new ColumnType(standard);
        }
        if (strict) {
            problems.add(
                    component,
                    "the type \"" + written + "\" of its @Column is none of a STRICT table.",
                    "use INT, INTEGER, REAL, TEXT, BLOB or ANY, or write @Table(strict = false).");
        } else if (!TYPE_NAME.matcher(written).matches()
                || Stream.of(standard.split("\\W+")).anyMatch(CONSTRAINTS::contains)) {
            problems.add(
                    component,
                    "the type \"" + written + "\" of its @Column is not the name of a type.",
                    "write one or more words, and numbers in parentheses after them, e.g. DECIMAL(10, 2).");
        }
        return type;
    }
}
