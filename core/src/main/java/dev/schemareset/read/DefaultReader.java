package dev.schemareset.read;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.find.Component;
import dev.schemareset.find.Problems;
import dev.schemareset.model.Column;
import dev.schemareset.model.DefaultValue;
import dev.schemareset.model.DefaultValue.TimeFormat;
import dev.schemareset.type.StoredType;
import java.util.Optional;

/** Reads {@code @Default} and {@code @DefaultNow} of a component. */
final class DefaultReader {

    private final Problems problems;

    DefaultReader(Problems problems) {
        this.problems = problems;
    }

    /** The default of a component; the column is what else is known of it. */
    Optional<DefaultValue> read(Component component, Optional<Class<?>> javaType, Column column) {
        Optional<Default> written = component.find(Default.class);
        boolean now = component.has(DefaultNow.class);
        if (written.isPresent() && now) {
            problems.add(component, "it has @Default and @DefaultNow at once.", "remove one of them.");
            return Optional.empty();
        }
        if (now) {
            return now(component, javaType);
        }
        return written.flatMap(annotation -> sql(component, javaType, column, SqlFragment.parse(annotation.value())));
    }

    private Optional<DefaultValue> now(Component component, Optional<Class<?>> javaType) {
        Optional<TimeFormat> format = javaType.flatMap(StoredType::of).flatMap(StoredType::now);
        if (format.isEmpty()) {
            String type = component.valueType().getSimpleName();
            problems.add(
                    component,
                    javaType.isPresent()
                            ? "it has @DefaultNow, and " + type + " holds no time."
                            : "it has @DefaultNow, and how its " + type + " is written is not known.",
                    "use " + TypeMapping.typesOfTime() + ", or remove @DefaultNow.");
        }
        return format.map(DefaultValue.Now::new);
    }

    private Optional<DefaultValue> sql(
            Component component, Optional<Class<?>> javaType, Column column, SqlFragment fragment) {
        String sql = fragment.sql();
        String stored = javaType.map(type -> Literal.inQuotes(type, sql)).orElse(sql);
        String annotation = "@Default(\"" + sql + "\")";
        Literal literal = javaType.map(Literal::of).orElse(Literal.ANY);
        String fix = "write " + literal.example() + ", or an SQL expression in parentheses.";
        if (fragment.fault().isPresent()) {
            problems.add(
                    component,
                    annotation + " is no SQL value: " + fragment.fault().get() + ".",
                    fix);
        } else if (!fragment.quotedNames().isEmpty()) {
            problems.add(
                    component,
                    annotation + " holds a name in double quotes, and a default may name no column.",
                    "write text in single quotes.");
        } else if (sql.equalsIgnoreCase("NULL") && !column.nullable()) {
            problems.add(
                    component,
                    annotation + " gives NULL to a column that is NOT NULL.",
                    "remove @Default, or make the component @Nullable or Optional.");
        } else if (!sql.equalsIgnoreCase("NULL") && !fragment.isParenthesised() && !literal.accepts(stored)) {
            problems.add(
                    component,
                    annotation + " is no value of " + component.valueType().getSimpleName() + ".",
                    fix);
        } else {
            return Optional.of(new DefaultValue.Sql(stored, javaType.filter(type -> fragment.isParenthesised())));
        }
        return Optional.empty();
    }
}
